package org.marsad.processor.judging;

import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.processor.rules.Certainty;

/** UNPLACED_STRIKE as a finding. */
public final class UnplacedFinding {
  private UnplacedFinding() {}

  /** That nobody knows where a strike fell. */
  public static Finding of(Certainty certainty) {
    return FindingMessages.of(Rule.UNPLACED_STRIKE, certainty, "PLACE_UNKNOWN").build();
  }
}
