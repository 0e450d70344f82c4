package org.marsad.processor.judging;

import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.casualties.CasualtiesRule;
import org.marsad.processor.rules.casualties.CasualtiesRule.Verdict;

/** CASUALTIES as a finding. */
public final class CasualtiesFinding {
  private CasualtiesFinding() {}

  /** That people were hurt, or that nobody has counted yet. */
  public static Finding of(Verdict verdict, Certainty certainty, CasualtiesRule rule) {
    if (verdict.unknown()) {
      return FindingMessages.of(Rule.CASUALTIES, certainty, "NOT_COUNTED_YET")
          .setMass(false)
          .setUnknown(true)
          .build();
    }
    return FindingMessages.of(
            Rule.CASUALTIES,
            certainty,
            verdict.mass() ? "MANY_KILLED_OR_INJURED" : "KILLED_OR_INJURED",
            Numbers.of("killed", verdict.killed()),
            Numbers.of("casualties", verdict.casualties()),
            Numbers.of("massKilled", rule.massKilled()),
            Numbers.of("massCasualties", rule.massCasualties()))
        .setMass(verdict.mass())
        .setUnknown(false)
        .build();
  }
}
