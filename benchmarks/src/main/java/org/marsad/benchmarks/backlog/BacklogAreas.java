package org.marsad.benchmarks.backlog;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.schemas.MessageCodec;

/** Invented towns: 30 neighbourhoods each, 900 m apart, two thirds of them lived in. */
public final class BacklogAreas {
  /** Towns. */
  public static final int COUNT = 200;

  static final int NEIGHBOURHOODS = 30;

  private static final int PER_ROW = 6;
  private static final double SPACING_METRES = 900;
  private static final double RADIUS_METRES = 550;
  private static final double METRES_PER_DEGREE = 111_200;
  private static final List<String> ZONES =
      List.of("Asia/Damascus", "Europe/Kyiv", "Asia/Gaza", "Africa/Khartoum", "Asia/Aden");
  private static final List<LandUse> LAND_USE =
      List.of(
          LandUse.RESIDENTIAL,
          LandUse.RESIDENTIAL,
          LandUse.MIXED,
          LandUse.RESIDENTIAL,
          LandUse.INDUSTRIAL,
          LandUse.UNKNOWN);

  private BacklogAreas() {}

  /** All of them, in the order of their codes. */
  public static List<AreaProfile> all() {
    MessageCodec.trustMessages();
    var areas = new ArrayList<AreaProfile>();
    for (var area = 0; area < COUNT; area++) {
      areas.add(profile(area));
    }
    return areas;
  }

  static String code(int area) {
    return "town-%03d".formatted(area);
  }

  static String code(int area, int neighbourhood) {
    return "%s/n-%02d".formatted(code(area), neighbourhood);
  }

  static double lat(int area) {
    return 30 + 0.4 * (area % 20);
  }

  static double lon(int area) {
    return 32 + 0.5 * Math.floorDiv(area, 20);
  }

  static double lat(int area, int neighbourhood) {
    return lat(area) + (neighbourhood / PER_ROW - 2) * SPACING_METRES / METRES_PER_DEGREE;
  }

  static double lon(int area, int neighbourhood) {
    var metres = (neighbourhood % PER_ROW - 2.5) * SPACING_METRES;
    return lon(area) + metres / METRES_PER_DEGREE / Math.cos(Math.toRadians(lat(area)));
  }

  private static AreaProfile profile(int area) {
    var parts = new ArrayList<Neighbourhood>();
    for (var n = 0; n < NEIGHBOURHOODS; n++) {
      parts.add(
          Neighbourhood.newBuilder()
              .setCode(code(area, n))
              .setNames(List.of(new LocalName("en", "Quarter " + n)))
              .setLandUse(LAND_USE.get(n % LAND_USE.size()))
              .setLat(lat(area, n))
              .setLon(lon(area, n))
              .setRadiusMetres(RADIUS_METRES)
              .build());
    }
    return AreaProfile.newBuilder()
        .setCode(code(area))
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setNames(List.of(new LocalName("en", "Town " + area)))
        .setTimeZone(ZONES.get(area % ZONES.size()))
        .setLat(lat(area))
        .setLon(lon(area))
        .setRadiusMetres(4_000)
        .setNeighbourhoods(parts)
        .build();
  }
}
