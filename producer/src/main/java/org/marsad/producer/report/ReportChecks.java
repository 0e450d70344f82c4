package org.marsad.producer.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no report may say, whoever brings it. The processor checks again what it reads from the log;
 * here the source learns of it at once.
 */
public final class ReportChecks {
  /** Clocks that lost their battery read 1970; no record of ours is that old. */
  static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");

  private static final double MAX_RADIUS_METRES = 1_000_000;

  private ReportChecks() {}

  /** Faults of a point: half of one, off the globe, or with an impossible radius in metres. */
  public static List<FieldError> point(
      @Nullable Double lat, @Nullable Double lon, @Nullable Double radiusMetres) {
    var errors = new ArrayList<FieldError>();
    if (lat != null && !(Math.abs(lat) <= 90)) {
      errors.add(new FieldError("lat", lat.toString(), "-90 to 90 degrees"));
    }
    if (lon != null && !(Math.abs(lon) <= 180)) {
      errors.add(new FieldError("lon", lon.toString(), "-180 to 180 degrees"));
    }
    if (lat == null && lon != null) {
      errors.add(new FieldError("lat", FieldError.ABSENT, "given together with lon"));
    }
    if (lon == null && lat != null) {
      errors.add(new FieldError("lon", FieldError.ABSENT, "given together with lat"));
    }
    if (radiusMetres != null && !(radiusMetres >= 0 && radiusMetres <= MAX_RADIUS_METRES)) {
      errors.add(new FieldError("radiusMetres", radiusMetres.toString(), "0 to 1000000 metres"));
    }
    if (radiusMetres != null && lat == null && lon == null) {
      errors.add(
          new FieldError("radiusMetres", radiusMetres.toString(), "given with lat and lon only"));
    }
    return errors;
  }

  /** Faults of an interval: an end before its start, or the time of a cleared clock. */
  public static List<FieldError> interval(Instant from, Instant until) {
    var errors = new ArrayList<FieldError>();
    if (from.isBefore(EARLIEST)) {
      errors.add(
          new FieldError(
              "occurredFrom", from.toString(), "after 1970, which a cleared clock says"));
    }
    if (until.isBefore(from)) {
      errors.add(new FieldError("occurredUntil", until.toString(), "not before " + from));
    }
    return errors;
  }
}
