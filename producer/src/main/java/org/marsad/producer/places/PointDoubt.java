package org.marsad.producer.places;

import org.marsad.producer.areas.Circle;
import org.marsad.schemas.Marks;

/** What is doubtful about a point beside the place that is named. */
public enum PointDoubt {
  /** It lies outside the named neighbourhood, but near it. */
  OUTSIDE_PLACE(Marks.POINT_OUTSIDE_PLACE),
  /** It lies so far from the named place that it is evidence only. */
  FAR_FROM_PLACE(Marks.POINT_FAR_FROM_PLACE),
  /** It lies far from the place, but not with latitude and longitude exchanged. Evidence only. */
  SWAPPED(Marks.SWAPPED),
  /** It is 0, 0: a receiver without a fix, which is no point. */
  NO_FIX(Marks.NO_FIX);

  /** A point farther than this and its radius from the edge of a named place is evidence only. */
  private static final double FAR_METRES = 5_000;

  private final String mark;

  PointDoubt(String mark) {
    this.mark = mark;
  }

  /** As {@link Marks} of a report hold it. */
  public String mark() {
    return mark;
  }

  /** Whether a point, grown by its radius, lies far from a place. */
  static boolean isFar(Circle place, Point point) {
    return !place.reaches(point.lat(), point.lon(), FAR_METRES + point.reachMetres());
  }

  /** What is doubtful about a point that lies far from a place. */
  static PointDoubt ofFar(Circle place, Point point) {
    return isFar(place, point.exchanged()) ? FAR_FROM_PLACE : SWAPPED;
  }
}
