package org.marsad.schemas;

import java.util.Collection;
import java.util.Set;

/**
 * Codes of what intake repaired or doubts in a report, as {@code marks} of reports, strikes and
 * alerts hold them.
 */
public final class Marks {
  /** The point lies outside the named neighbourhood; both are kept as said. */
  public static final String POINT_OUTSIDE_PLACE = "POINT_OUTSIDE_PLACE";

  /** The point lies far from the named place: it is kept as evidence only. */
  public static final String POINT_FAR_FROM_PLACE = "POINT_FAR_FROM_PLACE";

  /** Latitude and longitude seem exchanged: the point is kept as evidence only. */
  public static final String SWAPPED = "SWAPPED";

  /** The point was 0, 0, as a receiver says that has no fix, and was left out. */
  public static final String NO_FIX = "NO_FIX";

  /** The numbers of the range of impacts came out of order and were sorted. */
  public static final String IMPACTS_OUT_OF_ORDER = "IMPACTS_OUT_OF_ORDER";

  /** The numbers of the range of killed came out of order and were sorted. */
  public static final String KILLED_OUT_OF_ORDER = "KILLED_OUT_OF_ORDER";

  /** The numbers of the range of injured came out of order and were sorted. */
  public static final String INJURED_OUT_OF_ORDER = "INJURED_OUT_OF_ORDER";

  /** A count of impacts was given that nobody could read; it counts as not reported. */
  public static final String IMPACTS_UNREADABLE = "IMPACTS_UNREADABLE";

  /** A count of killed was given that nobody could read; it counts as not reported. */
  public static final String KILLED_UNREADABLE = "KILLED_UNREADABLE";

  /** A count of injured was given that nobody could read; it counts as not reported. */
  public static final String INJURED_UNREADABLE = "INJURED_UNREADABLE";

  /** A point was given that lies nowhere or could not be read; it was left out. */
  public static final String POINT_UNREADABLE = "POINT_UNREADABLE";

  /** A kind of place that was hit was given that nobody knows; it was left out. */
  public static final String TARGETS_UNREADABLE = "TARGETS_UNREADABLE";

  /** The source's clock ran ahead: it said later than it was received, which stands instead. */
  public static final String CLOCK_AHEAD = "CLOCK_AHEAD";

  /** The source confirmed a count so large that it is usually a slip. */
  public static final String COUNT_CONFIRMED = "COUNT_CONFIRMED";

  /** Marks that only whoever read the original can set: no later reader can work them out. */
  public static final Set<String> SET_BY_THE_READER =
      Set.of(
          IMPACTS_UNREADABLE,
          KILLED_UNREADABLE,
          INJURED_UNREADABLE,
          POINT_UNREADABLE,
          TARGETS_UNREADABLE,
          CLOCK_AHEAD,
          COUNT_CONFIRMED);

  /** The source sent two texts under one revision; the later stands. */
  public static final String SAME_REVISION_TWICE = "SAME_REVISION_TWICE";

  /**
   * Begins a mark on the last, retracted revision of a report in an area that it does not belong
   * to; the code of the area that it was placed in follows.
   */
  public static final String MOVED_TO = "MOVED_TO:";

  private Marks() {}

  /** Whether a report with these marks is the end of it in an area that it does not belong to. */
  public static boolean isMovedAway(Collection<String> marks) {
    return marks.stream().anyMatch(mark -> mark.startsWith(MOVED_TO));
  }

  /** Whether a report with these marks has a point that is evidence only. */
  public static boolean makePointEvidenceOnly(Collection<String> marks) {
    return marks.contains(POINT_FAR_FROM_PLACE) || marks.contains(SWAPPED);
  }
}
