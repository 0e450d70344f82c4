package org.marsad.schemas;

/**
 * Codes of what intake repaired or doubts in a report, as {@code marks} of reports, strikes and
 * alerts hold them.
 */
public final class Marks {
  /** The point lies outside the named neighbourhood; both are kept as said. */
  public static final String POINT_OUTSIDE_PLACE = "POINT_OUTSIDE_PLACE";

  /** The numbers of the range of impacts came out of order and were sorted. */
  public static final String IMPACTS_OUT_OF_ORDER = "IMPACTS_OUT_OF_ORDER";

  /** The numbers of the range of killed came out of order and were sorted. */
  public static final String KILLED_OUT_OF_ORDER = "KILLED_OUT_OF_ORDER";

  /** The numbers of the range of injured came out of order and were sorted. */
  public static final String INJURED_OUT_OF_ORDER = "INJURED_OUT_OF_ORDER";

  /** The source sent two texts under one revision; the later stands. */
  public static final String SAME_REVISION_TWICE = "SAME_REVISION_TWICE";

  /**
   * Begins a mark on the last, retracted revision of a report in an area that it does not belong
   * to; the code of the area that it was placed in follows.
   */
  public static final String MOVED_TO = "MOVED_TO:";

  private Marks() {}
}
