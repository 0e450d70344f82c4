package org.marsad.standalone.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.message.TimePrecision;

/** The strikes of a wave as the log has them now, which may not be as they were then. */
final class WaveMembers {
  /** A point that is known less finely is no spot. */
  private static final double FINE_RADIUS_METRES = 1_500;

  private static final Comparator<Strike> IN_ORDER =
      Comparator.comparing(Strike::getOccurredFrom)
          .thenComparing(Strike::getOccurredUntil)
          .thenComparing(Strike::getStrikeId);

  private final List<Strike> standing;
  private final int gone;
  private final int missing;
  private final int cut;

  private WaveMembers(List<Strike> standing, int gone, int missing, int cut) {
    this.standing = standing;
    this.gone = gone;
    this.missing = missing;
    this.cut = cut;
  }

  static WaveMembers of(Inquiry inquiry) {
    var standing = new ArrayList<Strike>();
    var gone = 0;
    var missing = 0;
    var ids = inquiry.alert().getStrikeIds();
    for (var id : ids) {
      var strike = inquiry.evidence().strike(id);
      if (strike == null) {
        missing++;
      } else if (stands(strike)) {
        standing.add(strike);
      } else {
        gone++;
      }
    }
    standing.sort(IN_ORDER);
    var cut = Math.max(0, inquiry.alert().getStrikes() - ids.size());
    return new WaveMembers(List.copyOf(standing), gone, missing, cut);
  }

  /** Those that still stand, the earliest first. */
  List<Strike> standing() {
    return standing;
  }

  /** How they differ from what the alert says; empty where all of them are here. */
  String difference() {
    var text = new ArrayList<String>();
    if (cut > 0) {
      text.add("Only the newest are listed; %d earlier ones are not.".formatted(cut));
    }
    if (missing > 0) {
      text.add(
          (missing == 1 ? "1 strike is" : missing + " strikes are")
              + " no longer in the log, so gaps may be shorter than they look here.");
    }
    if (gone > 0) {
      text.add(
          (gone == 1 ? "1 strike does" : gone + " strikes do")
              + " not stand any more, or only with a coarser time.");
    }
    return String.join(" ", text);
  }

  /**
   * The best values that make a sum: of the strikes that are finely placed, or of those that one
   * source tells of. Empty where none of these groups comes to it: some strikes are not here, or
   * changed since.
   *
   * @param count a strike's value, null where it is not reported
   * @param sum the best of the alert
   */
  Optional<List<Integer>> terms(Function<Strike, @Nullable CountRange> count, int sum) {
    for (var group : groups().values()) {
      var bests = new ArrayList<Integer>();
      for (var strike : group) {
        var value = count.apply(strike);
        if (value != null) {
          bests.add(value.getBest());
        }
      }
      if (bests.stream().mapToInt(Integer::intValue).sum() == sum) {
        return Optional.of(List.copyOf(bests));
      }
    }
    return Optional.empty();
  }

  /** Strikes that are certainly different ones: the finely placed, and those of each source. */
  private Map<String, List<Strike>> groups() {
    var groups = new LinkedHashMap<String, List<Strike>>();
    groups.put("", standing.stream().filter(WaveMembers::isFine).toList());
    for (var strike : standing) {
      for (var source : strike.getSources()) {
        groups.computeIfAbsent(source, id -> new ArrayList<>()).add(strike);
      }
    }
    return groups;
  }

  private static boolean isFine(Strike strike) {
    return strike.getNeighbourhood() != null
        || (strike.getLat() != null
            && strike.getRadiusMetres() != null
            && Objects.requireNonNull(strike.getRadiusMetres()) <= FINE_RADIUS_METRES);
  }

  private static boolean stands(Strike strike) {
    return strike.getStatus() == StrikeStatus.ACTIVE
        && strike.getTimePrecision().compareTo(TimePrecision.HOUR) <= 0;
  }
}
