package org.marsad.processor.mapping;

/** How long the lists of an alert are at most. */
public final class Limits {
  /** Ids of strikes, the newest. */
  public static final int STRIKE_IDS = 20;

  /** Codes of neighbourhoods. Where there are more, none is named: the whole area is concerned. */
  public static final int NEIGHBOURHOODS = 20;

  /**
   * Records of a day with the days before them, so that they can be drawn: the area's come first.
   * The others are told without.
   */
  public static final int RECORDS_SHOWN_OF_DAY = 2;

  /** Likewise of a strike: all of two scopes and three measures. */
  public static final int RECORDS_SHOWN_OF_STRIKE = 6;

  /** References to earlier revisions, the newest. */
  public static final int REFERENCES = 10;

  private Limits() {}
}
