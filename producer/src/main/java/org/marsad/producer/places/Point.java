package org.marsad.producer.places;

import org.jspecify.annotations.Nullable;

/**
 * The point of a report.
 *
 * @param lat WGS84 latitude, degrees
 * @param lon WGS84 longitude, degrees
 * @param radiusMetres radius of uncertainty, metres; null where it is not stated
 */
record Point(double lat, double lon, @Nullable Double radiusMetres) {
  /** The point of a query, null where it has none, none on earth, or 0, 0, which is no fix. */
  static @Nullable Point of(PlaceQuery query) {
    var lat = query.lat();
    var lon = query.lon();
    if (lat == null
        || lon == null
        || !(Math.abs(lat) <= 90)
        || !(Math.abs(lon) <= 180)
        || isNoFix(query)) {
      return null;
    }
    return new Point(lat, lon, query.radiusMetres());
  }

  /** Whether the query has 0, 0, as a receiver says that has no fix. */
  static boolean isNoFix(PlaceQuery query) {
    var lat = query.lat();
    var lon = query.lon();
    return lat != null && lon != null && lat == 0 && lon == 0;
  }

  /** With latitude and longitude exchanged. */
  Point exchanged() {
    return new Point(/* lat= */ lon, /* lon= */ lat, radiusMetres);
  }

  /** The stated radius, else 0: metres. */
  double reachMetres() {
    return radiusMetres == null ? 0 : Math.max(0, radiusMetres);
  }

  /** Whether the point is known as finely as a place of this radius. */
  boolean isAtLeastAsFineAs(double metres) {
    return reachMetres() <= metres;
  }
}
