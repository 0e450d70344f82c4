package org.marsad.processor.oracle;

import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Neighbourhood;
import org.marsad.message.PlaceBasis;
import org.marsad.message.StrikeReport;

/**
 * Where a report places its strike.
 *
 * @param isPoint more is known than the name of a neighbourhood
 */
record Spot(
    @Nullable String neighbourhood,
    PlaceBasis basis,
    @Nullable Circle circle,
    boolean isPoint,
    boolean outside,
    @Nullable String text) {

  /**
   * A neighbourhood without a point is its circle; a town's name with the town's point is as wide
   * as the town; a small circle that was stated is a point, whatever area it was given for.
   */
  static Spot of(StrikeReport report, @Nullable AreaProfile profile) {
    var circle = point(report);
    var neighbourhood = report.getNeighbourhood();
    var isPoint = circle != null;
    if (neighbourhood != null) {
      var part = part(neighbourhood, profile);
      if (part != null) {
        var ofItsName = new Circle(part.getLat(), part.getLon(), part.getRadiusMetres());
        isPoint = isPoint && !ofItsName.equals(circle);
        circle = circle == null ? ofItsName : circle;
      }
    } else if (profile != null && meansTheTown(report.getPlaceBasis(), circle)) {
      circle =
          circle == null
              ? new Circle(profile.getLat(), profile.getLon(), profile.getRadiusMetres())
              : new Circle(
                  circle.lat(),
                  circle.lon(),
                  Math.max(circle.radiusMetres(), profile.getRadiusMetres()));
    }
    var basis = report.getPlaceBasis();
    var stated = report.getRadiusMetres();
    if (neighbourhood == null
        && circle != null
        && stated != null
        && stated <= Thresholds.FINE_RADIUS_METRES
        && basis != PlaceBasis.NAME) {
      basis = PlaceBasis.POINT;
    }
    return new Spot(
        neighbourhood,
        basis,
        circle,
        isPoint,
        report.getMarks().contains("POINT_OUTSIDE_PLACE"),
        report.getPlaceText());
  }

  /** A neighbourhood, or a point in open country that is as small as one. */
  boolean isFine() {
    return neighbourhood != null
        || (basis == PlaceBasis.POINT
            && circle != null
            && circle.radiusMetres() <= Thresholds.FINE_RADIUS_METRES);
  }

  /** Centre to centre; null where a circle is not known. */
  @Nullable Double metresTo(Spot other) {
    return circle == null || other.circle == null ? null : circle.metresTo(other.circle);
  }

  static @Nullable Neighbourhood part(@Nullable String code, @Nullable AreaProfile profile) {
    if (profile == null) {
      return null;
    }
    for (var part : profile.getNeighbourhoods()) {
      if (part.getCode().equals(code)) {
        return part;
      }
    }
    return null;
  }

  private static boolean meansTheTown(PlaceBasis basis, @Nullable Circle circle) {
    return basis == PlaceBasis.NAME
        || (circle == null && (basis == PlaceBasis.CODE || basis == PlaceBasis.PERSON));
  }

  private static @Nullable Circle point(StrikeReport report) {
    var radius = report.getRadiusMetres();
    return report.getLat() == null || report.getLon() == null || isEvidenceOnly(report)
        ? null
        : new Circle(report.getLat(), report.getLon(), radius == null ? 0 : radius);
  }

  private static boolean isEvidenceOnly(StrikeReport report) {
    return report.getMarks().contains("POINT_FAR_FROM_PLACE")
        || report.getMarks().contains("SWAPPED");
  }
}
