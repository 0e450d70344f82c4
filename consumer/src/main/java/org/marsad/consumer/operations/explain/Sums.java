package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.Strike;
import org.marsad.message.TimePrecision;

/** Which strikes' values make a sum: what several sources count is not added up. */
final class Sums {
  /** A point that is known less finely is no spot. */
  private static final double FINE_RADIUS_METRES = 1_500;

  private Sums() {}

  /**
   * {@code 39 + 16 + 2 + 2 = 59}: of the strikes that are finely placed, or of those that one
   * source tells of. Empty where none of these groups comes to the sum, because some strikes are
   * not here or changed since; and where one value is all of it.
   *
   * @param count a strike's value, null where it is not reported
   * @param sum a best
   */
  static Optional<String> of(
      List<Strike> strikes, Function<Strike, @Nullable CountRange> count, int sum) {
    for (var group : groups(strikes).values()) {
      var bests = new ArrayList<Integer>();
      for (var strike : group) {
        var value = count.apply(strike);
        if (value != null) {
          bests.add(value.getBest());
        }
      }
      if (bests.size() > 1 && bests.stream().mapToInt(Integer::intValue).sum() == sum) {
        return Optional.of(
            bests.stream().map(String::valueOf).collect(Collectors.joining(" + ")) + " = " + sum);
      }
    }
    return Optional.empty();
  }

  /** Strikes that are certainly different ones: the finely placed, and those of each source. */
  private static Map<String, List<Strike>> groups(List<Strike> strikes) {
    var groups = new LinkedHashMap<String, List<Strike>>();
    groups.put("", strikes.stream().filter(Sums::isFine).toList());
    for (var strike : strikes) {
      for (var source : strike.getSources()) {
        groups.computeIfAbsent(source, id -> new ArrayList<>()).add(strike);
      }
    }
    return groups;
  }

  private static boolean isFine(Strike strike) {
    return strike.getTimePrecision().compareTo(TimePrecision.HOUR) <= 0
        && (strike.getNeighbourhood() != null
            || (strike.getLat() != null
                && strike.getRadiusMetres() != null
                && Objects.requireNonNull(strike.getRadiusMetres()) <= FINE_RADIUS_METRES));
  }
}
