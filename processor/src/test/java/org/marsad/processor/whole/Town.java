package org.marsad.processor.whole;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

/** A random small town: a row of neighbourhoods, some with outlines, and a few sites. */
final class Town {
  private static final double LAT = 36.2;
  private static final double LON = 37.15;
  private static final List<String> ZONES =
      List.of("Asia/Damascus", "Asia/Damascus", "Asia/Damascus", "America/Sao_Paulo", "UTC");
  private static final List<LandUse> USES =
      List.of(
          LandUse.RESIDENTIAL,
          LandUse.MIXED,
          LandUse.INDUSTRIAL,
          LandUse.UNKNOWN,
          LandUse.RESIDENTIAL,
          LandUse.PARK);
  private static final List<SiteKind> SITES =
      List.of(
          SiteKind.HOSPITAL,
          SiteKind.HOSPITAL,
          SiteKind.SCHOOL,
          SiteKind.BAKERY,
          SiteKind.SHELTER,
          SiteKind.HOSPITAL,
          SiteKind.RESCUE_BASE,
          SiteKind.OTHER);

  private final Random random;
  private final String code;
  private final List<Neighbourhood> parts = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();

  private Town(Random random, String code) {
    this.random = random;
    this.code = code;
  }

  static AreaProfile of(Random random, String code, LocalDate firstDay) {
    var town = new Town(random, code);
    var count = 1 + random.nextInt(4);
    for (var i = 0; i < count; i++) {
      town.addPart(i);
    }
    var siteCount = random.nextInt(7);
    for (var i = 0; i < siteCount; i++) {
      town.addSite(i);
    }
    return AreaProfile.newBuilder()
        .setCode(code)
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setNames(List.of(new LocalName("en", code)))
        .setTimeZone(ZONES.get(random.nextInt(ZONES.size())))
        .setLat(LAT)
        .setLon(LON)
        .setRadiusMetres(random.nextInt(4) == 0 ? 1_200 : 5_000)
        .setRecordsBegan(random.nextInt(4) == 0 ? firstDay.minusDays(random.nextInt(20) - 4) : null)
        .setNeighbourhoods(town.parts)
        .setSites(town.sites)
        .build();
  }

  static ZoneId zone(@Nullable AreaProfile profile) {
    return ZoneId.of(profile == null ? "UTC" : profile.getTimeZone());
  }

  /** Centres 800 m apart; circles of 300 to 600 m, so that some overlap. */
  private void addPart(int i) {
    var centre = moved(LAT, LON, 800.0 * i, 90);
    var radius = 300 + 100.0 * random.nextInt(4);
    parts.add(
        Neighbourhood.newBuilder()
            .setCode(code + "/part-" + i)
            .setNames(List.of(new LocalName("en", "Part " + i)))
            .setLandUse(USES.get(random.nextInt(USES.size())))
            .setLat(centre.lat2)
            .setLon(centre.lon2)
            .setRadiusMetres(radius)
            .setPolygons(random.nextBoolean() ? null : List.of(square(centre, radius)))
            .build());
  }

  /** The square within the circle, sometimes with a square hole. */
  private List<List<Double>> square(GeodesicData centre, double radius) {
    var rings = new ArrayList<List<Double>>();
    rings.add(ring(centre, radius));
    if (random.nextInt(3) == 0) {
      rings.add(ring(centre, radius / 3));
    }
    return rings;
  }

  private static List<Double> ring(GeodesicData centre, double radius) {
    var ring = new ArrayList<Double>();
    for (var bearing : List.of(45, 135, 225, 315, 45)) {
      var corner = moved(centre.lat2, centre.lon2, radius, bearing);
      ring.add(corner.lon2);
      ring.add(corner.lat2);
    }
    return ring;
  }

  /** Mostly where the strikes are; some hospitals just within and beyond the 50 km. */
  private void addSite(int i) {
    var kind = SITES.get(random.nextInt(SITES.size()));
    var isFar = kind == SiteKind.HOSPITAL && random.nextInt(5) == 0;
    var metres = isFar ? 47_000 + 2_000.0 * random.nextInt(4) : 100.0 * random.nextInt(30);
    var at = moved(LAT, LON, metres, 15.0 * random.nextInt(24));
    sites.add(
        Site.newBuilder()
            .setSiteId("site-" + i)
            .setKind(kind)
            .setNames(List.of(new LocalName("en", "Site " + i)))
            .setLat(at.lat2)
            .setLon(at.lon2)
            .setCapacity(random.nextInt(3) == 0 ? null : 1 + random.nextInt(60))
            .setConfidential(random.nextInt(4) == 0)
            .setFictional(random.nextInt(4) == 0)
            .build());
  }

  static GeodesicData moved(double lat, double lon, double metres, double bearing) {
    return Geodesic.WGS84.Direct(lat, lon, bearing, metres);
  }
}
