package org.marsad.standalone.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.message.WaveFacts;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.wave.Wave;
import org.marsad.processor.rules.wave.WaveRule;
import org.marsad.processor.topology.Domain;

/** The strikes of a wave as the log has them now, which may not be as they were then. */
final class WaveMembers {
  private final List<StandingStrike> standing;
  private final int gone;
  private final int missing;
  private final boolean asThen;

  private WaveMembers(List<StandingStrike> standing, int gone, int missing, boolean asThen) {
    this.standing = standing;
    this.gone = gone;
    this.missing = missing;
    this.asThen = asThen;
  }

  static WaveMembers of(Inquiry inquiry, WaveFacts wave) {
    var standing = new ArrayList<StandingStrike>();
    var gone = 0;
    var missing = 0;
    for (var id : inquiry.alert().getStrikeIds()) {
      var strike = inquiry.evidence().strike(id);
      if (strike == null) {
        missing++;
      } else if (stands(strike)) {
        standing.add(
            new StandingStrike(id, Domain.merged(strike), strike.getResidential() != null));
      } else {
        gone++;
      }
    }
    standing.sort(StandingStrike.IN_ORDER);
    var asThen = gone + missing == 0 && isSame(wave, standing);
    return new WaveMembers(List.copyOf(standing), gone, missing, asThen);
  }

  /** Those that the rule would look at, in its order. */
  List<StandingStrike> standing() {
    return standing;
  }

  /** Whether they come to what the alert says, so that its sums can be shown. */
  boolean isAsThen() {
    return asThen;
  }

  /** Strikes of one group are certainly different ones. */
  List<List<StandingStrike>> groups() {
    return List.copyOf(
        standing.stream()
            .collect(
                Collectors.groupingBy(
                    StandingStrike::group, TreeMap::new, Collectors.toUnmodifiableList()))
            .values());
  }

  /** How they differ from what the alert says. */
  String difference() {
    var text = new StringBuilder();
    if (missing > 0) {
      text.append(missing == 1 ? "1 strike is" : missing + " strikes are")
          .append(" no longer in the log, so gaps may be shorter than they look here. ");
    }
    if (gone > 0) {
      text.append(gone == 1 ? "1 strike does" : gone + " strikes do")
          .append(" not stand any more, or only with a coarser time. ");
    }
    if (gone + missing == 0) {
      text.append("Reports that came after this revision changed its strikes. ");
    }
    if (standing.isEmpty()) {
      return text + "So its sums cannot be shown.";
    }
    return text
        + "What follows is known of "
        + (gone + missing == 0 ? "them" : "the rest")
        + " now; sums over it would not fit.";
  }

  /** What is reported of one. */
  String counts(StandingStrike strike) {
    var what = strike.what();
    return Words.counts(message(what.impacts()), message(what.killed()), message(what.injured()));
  }

  private static boolean stands(Strike strike) {
    return strike.getStatus() == StrikeStatus.ACTIVE
        && Domain.merged(strike).time().isWithinAnHour();
  }

  private static boolean isSame(WaveFacts then, List<StandingStrike> strikes) {
    var rule =
        new WaveRule(Math.max(2, then.getMinStrikes()), Duration.ofMinutes(then.getGapMinutes()));
    var chains = rule.chains(strikes);
    return chains.size() == 1
        && rule.judge(chains.get(0)).filter(now -> isSame(then, now)).isPresent();
  }

  private static boolean isSame(WaveFacts then, Wave now) {
    return then.getStrikes().equals(message(now.number()))
        && then.getUntil().equals(now.until())
        && then.getResidential() == now.residential()
        && Objects.equals(then.getImpacts(), message(now.impacts().value()))
        && Objects.equals(then.getKilled(), message(now.killed().value()))
        && Objects.equals(then.getInjured(), message(now.injured().value()))
        && then.getUnreportedImpacts() == now.impacts().unreported()
        && then.getUnreportedKilled() == now.killed().unreported()
        && then.getUnreportedInjured() == now.injured().unreported();
  }

  private static org.marsad.message.@Nullable CountRange message(@Nullable CountRange range) {
    return range == null
        ? null
        : new org.marsad.message.CountRange(
            range.low(), range.best(), range.high() == CountRange.OPEN ? null : range.high());
  }
}
