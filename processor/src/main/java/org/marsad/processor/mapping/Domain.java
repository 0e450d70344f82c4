package org.marsad.processor.mapping;

import java.awt.geom.Path2D;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.AreaPart;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.DeliveryMeans;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.LandUse;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.SourceKind;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.Target;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.Merged;
import org.marsad.processor.rules.surge.Hospital;
import org.marsad.schemas.Marks;

/** Messages in the words of the rules. */
public final class Domain {
  private Domain() {}

  /** A report; its ranges in order. */
  public static Report report(StrikeReport message, AreaMap map) {
    return new Report(
        message.getReportId(),
        message.getSource().getId(),
        message.getSource().getLineage(),
        to(SourceKind.class, message.getSource().getKind()),
        time(message),
        spot(message, map),
        to(DeliveryMeans.class, message.getDelivery()),
        message.getDeliveryBasis() == DeliveryBasis.INFERRED,
        range(message.getImpacts()),
        range(message.getKilled()),
        range(message.getInjured()),
        targets(message.getTargets()),
        message.getReceivedAt());
  }

  /** When a report says that it happened. */
  public static TimeSpan time(StrikeReport message) {
    return new TimeSpan(
        message.getOccurredFrom(),
        message.getOccurredUntil(),
        to(TimePrecision.class, message.getTimePrecision()));
  }

  /** What the reports of a strike say together. */
  public static Merged merged(Strike message) {
    return new Merged(
        message.getReportIds(),
        new TreeSet<>(message.getSources()),
        new TreeSet<>(message.getLineages()),
        to(Certainty.class, message.getCertainty()),
        new TimeSpan(
            message.getOccurredFrom(),
            message.getOccurredUntil(),
            to(TimePrecision.class, message.getTimePrecision())),
        new Spot(
            message.getNeighbourhood(),
            to(PlaceBasis.class, message.getPlaceBasis()),
            circle(message.getLat(), message.getLon(), message.getRadiusMetres()),
            message.getMarks().contains(Marks.POINT_OUTSIDE_PLACE),
            message.getPlaceText()),
        to(DeliveryMeans.class, message.getDelivery()),
        message.getDeliveryBasis() == DeliveryBasis.INFERRED,
        range(message.getImpacts()),
        range(message.getKilled()),
        range(message.getInjured()),
        new TreeSet<>(targets(message.getTargets())));
  }

  /** A hospital with what it said last. */
  public static Hospital hospital(Site site, @Nullable HospitalStatus status) {
    return status == null
        ? Hospital.silent(site)
        : new Hospital(
            site,
            to(Hospital.Emergency.class, status.getEmergencyDepartment()),
            status.getBedsAvailable(),
            status.getUpdatedAt());
  }

  /** An area. */
  public static AreaMap map(AreaProfile profile) {
    var parts = new HashMap<String, AreaPart>();
    for (var part : profile.getNeighbourhoods()) {
      parts.put(
          part.getCode(),
          new AreaPart(
              part.getCode(),
              to(LandUse.class, part.getLandUse()),
              new Circle(new GeoPoint(part.getLat(), part.getLon()), part.getRadiusMetres()),
              outline(part)));
    }
    return new AreaMap(
        ZoneId.of(profile.getTimeZone()),
        new Circle(new GeoPoint(profile.getLat(), profile.getLon()), profile.getRadiusMetres()),
        profile.getRecordsBegan(),
        parts,
        profile.getSites().stream().map(Domain::site).toList());
  }

  private static Site site(org.marsad.message.Site message) {
    return new Site(
        message.getSiteId(),
        to(SiteKind.class, message.getKind()),
        new GeoPoint(message.getLat(), message.getLon()),
        message.getCapacity(),
        message.getConfidential(),
        message.getFictional());
  }

  /** A range in order; a source that mixed them up gave three numbers all the same. */
  public static @Nullable CountRange range(org.marsad.message.@Nullable CountRange message) {
    if (message == null) {
      return null;
    }
    var high = message.getHigh();
    if (high == null) {
      return new CountRange(
          Math.min(message.getLow(), message.getBest()),
          Math.max(message.getLow(), message.getBest()),
          CountRange.OPEN);
    }
    var sorted = List.of(message.getLow(), message.getBest(), high).stream().sorted().toList();
    return new CountRange(sorted.get(0), sorted.get(1), sorted.get(2));
  }

  /**
   * Where a report places it. A neighbourhood without a point is its circle; a town's name with the
   * town's point is as wide as the town; a point of stated and small radius is a point, whatever
   * area it was filed under. A point that is evidence only counts as none.
   */
  private static Spot spot(StrikeReport message, AreaMap map) {
    var neighbourhood = message.getNeighbourhood();
    var basis = to(PlaceBasis.class, message.getPlaceBasis());
    var circle =
        Marks.makePointEvidenceOnly(message.getMarks())
            ? null
            : circle(message.getLat(), message.getLon(), message.getRadiusMetres());
    if (neighbourhood != null) {
      var part = map.parts().get(neighbourhood);
      if (circle == null && part != null) {
        circle = part.circle();
      }
    } else if (basis == PlaceBasis.NAME || (isOfTheWholeArea(basis) && circle == null)) {
      circle = asWideAs(map.circle(), circle);
    } else if (circle != null && message.getRadiusMetres() != null && Spot.isFine(circle)) {
      basis = PlaceBasis.POINT;
    }
    return new Spot(
        neighbourhood,
        basis,
        circle,
        message.getMarks().contains(Marks.POINT_OUTSIDE_PLACE),
        message.getPlaceText());
  }

  private static boolean isOfTheWholeArea(PlaceBasis basis) {
    return basis == PlaceBasis.CODE || basis == PlaceBasis.PERSON;
  }

  private static @Nullable Circle asWideAs(@Nullable Circle area, @Nullable Circle point) {
    if (area == null || point == null) {
      return area == null ? point : area;
    }
    return new Circle(point.centre(), Math.max(point.radiusMetres(), area.radiusMetres()));
  }

  private static @Nullable Circle circle(
      @Nullable Double lat, @Nullable Double lon, @Nullable Double radiusMetres) {
    return lat == null || lon == null
        ? null
        : new Circle(new GeoPoint(lat, lon), radiusMetres == null ? 0 : radiusMetres);
  }

  private static List<Path2D> outline(Neighbourhood part) {
    return part.getPolygons() == null
        ? List.of()
        : part.getPolygons().stream().map(Domain::path).toList();
  }

  private static Path2D path(List<List<Double>> rings) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (var ring : rings) {
      for (var i = 0; i + 1 < ring.size(); i += 2) {
        if (i == 0) {
          path.moveTo(ring.get(i), ring.get(i + 1));
        } else {
          path.lineTo(ring.get(i), ring.get(i + 1));
        }
      }
      path.closePath();
    }
    return path;
  }

  private static java.util.Set<Target> targets(List<org.marsad.message.Target> targets) {
    return targets.stream()
        .map(target -> to(Target.class, target))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The constant of the same name in another enumeration. */
  public static <T extends Enum<T>> T to(Class<T> type, Enum<?> constant) {
    return Enum.valueOf(type, constant.name());
  }
}
