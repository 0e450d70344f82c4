package org.marsad.processor.judging;

import org.marsad.message.Finding;
import org.marsad.message.RepeatFacts;
import org.marsad.message.Rule;
import org.marsad.processor.mapping.Limits;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;
import org.marsad.processor.rules.repeat.RepeatStrikeRule.Repeat;

/** REPEAT_STRIKE as a finding. */
public final class RepeatFinding {
  private RepeatFinding() {}

  /** That a strike fell on the spot of an earlier one, or may be two. */
  public static Finding of(Repeat repeat, RepeatStrikeRule rule) {
    var metres = repeat.metres();
    var radii = repeat.radiiMetres();
    return FindingMessages.of(
            Rule.REPEAT_STRIKE,
            repeat.certainty(),
            repeat.earlier().isEmpty() ? "MAY_BE_TWO_STRIKES" : "SECOND_STRIKE_ON_THE_SPOT",
            Numbers.of("secondsAfter", repeat.after().toSeconds()),
            Numbers.of("windowMinutes", rule.window().toMinutes()),
            Numbers.of("reachMetres", rule.reachMetres()))
        .setRepeat(
            RepeatFacts.newBuilder()
                .setEarlierStrikes(repeat.earlier().size())
                .setEarlierStrikeIds(
                    repeat.earlier().stream()
                        .limit(Limits.STRIKE_IDS)
                        .map(StandingStrike::id)
                        .toList())
                .setEarlierOnset(repeat.earlierFrom())
                .setSecondsAfter(repeat.after().toSeconds())
                .setDistanceMetres(metres == null ? null : Numbers.metres(metres))
                .setRadiiMetres(radii == null ? null : Numbers.metres(radii))
                .setSameNeighbourhood(repeat.sameNeighbourhood())
                .setWindowMinutes((int) rule.window().toMinutes())
                .setReachMetres(rule.reachMetres())
                .build())
        .build();
  }
}
