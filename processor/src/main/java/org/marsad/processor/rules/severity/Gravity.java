package org.marsad.processor.rules.severity;

import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.FindingKind;

/** What is told first of a subject, the gravest first. */
public enum Gravity {
  REPEAT,
  GRAVEST_SITE_REPORTED,
  MASS_OF_CASUALTIES,
  SITE_REPORTED,
  HEAVIEST,
  CASUALTIES,
  RESIDENTIAL,
  POSSIBLE_REPEAT,
  SITE_WITHIN_REACH,
  UNPLACED,
  UNCOUNTED,
  ALONE;

  /** How a report speaks of the sites that a strike hit. */
  public enum Reported {
    GRAVEST,
    SOME,
    NONE
  }

  /**
   * The rank of one finding.
   *
   * @param mass of casualties, whether they are many
   * @param uncounted of casualties, whether nobody counted yet
   * @param reported of sites, whether a report names one
   */
  public static Gravity of(
      FindingKind kind, Certainty certainty, boolean mass, boolean uncounted, Reported reported) {
    return switch (kind) {
      case REPEAT_STRIKE -> certainty.isAtLeastLikely() ? REPEAT : POSSIBLE_REPEAT;
      case PROTECTED_SITE_STRIKE -> ofSite(reported);
      case CASUALTIES -> ofCasualties(mass, uncounted);
      case HEAVIEST_IN_DAYS -> HEAVIEST;
      case RESIDENTIAL_STRIKE -> RESIDENTIAL;
      case UNPLACED_STRIKE -> UNPLACED;
      case WAVE, HOSPITAL_SURGE, SOURCE_SILENT -> ALONE;
    };
  }

  private static Gravity ofSite(Reported reported) {
    return switch (reported) {
      case GRAVEST -> GRAVEST_SITE_REPORTED;
      case SOME -> SITE_REPORTED;
      case NONE -> SITE_WITHIN_REACH;
    };
  }

  private static Gravity ofCasualties(boolean mass, boolean uncounted) {
    if (uncounted) {
      return UNCOUNTED;
    }
    return mass ? MASS_OF_CASUALTIES : CASUALTIES;
  }
}
