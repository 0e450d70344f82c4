package org.marsad.processor.oracle;

import net.sf.geographiclib.Geodesic;

/** A circle on the map: degrees and metres. */
record Circle(double lat, double lon, double radiusMetres) {
  double metresTo(double otherLat, double otherLon) {
    return Geodesic.WGS84.Inverse(lat, lon, otherLat, otherLon).s12;
  }

  /** Centre to centre. */
  double metresTo(Circle other) {
    return metresTo(other.lat, other.lon);
  }
}
