package org.marsad.processor.rules.wave;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * A chain of strikes that followed one another closely, and what they come to. Two agencies that
 * count the same strikes are not added up: low and best are those of the largest group, high is
 * everybody's.
 *
 * @param strikes in order
 * @param number of strikes
 * @param until end of the last of them
 * @param residential number of strikes that hit where people live
 * @param impacts in all
 * @param killed in all
 * @param injured in all
 * @param certainty the strikes' common one; POSSIBLE where only several groups together are enough
 */
public record Wave(
    List<StandingStrike> strikes,
    CountRange number,
    Instant until,
    int residential,
    Total impacts,
    Total killed,
    Total injured,
    Certainty certainty) {

  /**
   * A sum over the strikes that have a value.
   *
   * @param value null where none has
   * @param unreported number of strikes without
   */
  public record Total(@Nullable CountRange value, int unreported) {}

  static Wave of(List<StandingStrike> chain, int minStrikes) {
    var groups =
        chain.stream()
            .collect(
                Collectors.groupingBy(
                    StandingStrike::group, TreeMap::new, Collectors.toUnmodifiableList()));
    var number =
        CountRange.ofGroups(groups.values().stream().map(g -> CountRange.of(g.size())).toList());
    var certainty = Certainty.ofSum(chain.stream().map(s -> s.what().certainty()).toList());
    return new Wave(
        List.copyOf(chain),
        number,
        chain.stream().map(s -> s.what().time().until()).max(Instant::compareTo).orElseThrow(),
        (int) chain.stream().filter(StandingStrike::residential).count(),
        new Total(
            sum(groups, StandingStrike::countedImpacts), without(chain, s -> s.what().impacts())),
        new Total(sum(groups, s -> s.what().killed()), without(chain, s -> s.what().killed())),
        new Total(sum(groups, s -> s.what().injured()), without(chain, s -> s.what().injured())),
        number.best() < minStrikes ? Certainty.POSSIBLE : certainty);
  }

  private static @Nullable CountRange sum(
      Map<String, List<StandingStrike>> groups,
      Function<StandingStrike, @Nullable CountRange> count) {
    var sums = new ArrayList<CountRange>();
    for (var group : groups.values()) {
      CountRange sum = null;
      for (var strike : group) {
        sum = CountRange.sumOfKnown(sum, count.apply(strike));
      }
      if (sum != null) {
        sums.add(sum);
      }
    }
    return sums.isEmpty() ? null : CountRange.ofGroups(sums);
  }

  private static int without(
      List<StandingStrike> chain, Function<StandingStrike, @Nullable CountRange> count) {
    return (int) chain.stream().filter(strike -> count.apply(strike) == null).count();
  }
}
