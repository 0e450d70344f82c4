package org.marsad.processor.rules;

/** What a neighbourhood is used for. */
public enum LandUse {
  RESIDENTIAL,
  MIXED,
  COMMERCIAL,
  INDUSTRIAL,
  CEMETERY,
  PARK,
  AIRPORT,
  CAMPUS,
  HOSPITAL,
  HERITAGE,
  MILITARY,
  UNKNOWN;

  /** Whether people live there, for all that is known. */
  public boolean canBeLivedIn() {
    return isLivedIn() || this == UNKNOWN;
  }

  /** Whether people live there. */
  public boolean isLivedIn() {
    return this == RESIDENTIAL || this == MIXED;
  }
}
