package org.marsad.processor.judging;

import org.marsad.message.Finding;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.Certainty;

/** RESIDENTIAL_STRIKE as a finding. */
public final class ResidentialFinding {
  private ResidentialFinding() {}

  /** That a strike hit where people live. */
  public static Finding of(ResidentialVerdict verdict) {
    var certainty = Domain.to(Certainty.class, verdict.getCertainty());
    var share = verdict.getLivedInShare();
    var finding =
        switch (verdict.getBasis()) {
          case REPORT ->
              FindingMessages.of(Rule.RESIDENTIAL_STRIKE, certainty, "REPORTED_RESIDENTIAL");
          case MAP ->
              FindingMessages.of(Rule.RESIDENTIAL_STRIKE, certainty, "LAND_USE_RESIDENTIAL");
          case RADIUS ->
              FindingMessages.of(
                  Rule.RESIDENTIAL_STRIKE,
                  certainty,
                  "LIVED_IN_SHARE",
                  Numbers.of("livedInShare", share == null ? 0 : share));
        };
    return finding.setResidential(verdict).build();
  }
}
