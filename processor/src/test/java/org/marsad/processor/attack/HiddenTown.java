package org.marsad.processor.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

/** A town that differs from world to world in its confidential sites alone. */
enum HiddenTown {
  /** A hospital and a rescue base stand where the attacker looks. */
  PRESENT(0.0),
  /** They stand 3 km to the north. */
  MOVED(0.027),
  /** There are none. */
  ABSENT(null);

  static final String CODE = "town";
  static final String PART = "town/centre";
  static final String HIDDEN = "hidden-hospital";
  static final List<String> PUBLIC = List.of("east-hospital", "west-hospital");
  static final double LAT = 36.20;
  static final double LON = 37.15;

  private final @Nullable Double north;

  HiddenTown(@Nullable Double north) {
    this.north = north;
  }

  boolean hasTheSites() {
    return north != null;
  }

  /**
   * Its profile.
   *
   * @param version of it
   * @param random says how much room the public hospitals have, and whether there are any
   */
  AreaProfile profile(int version, Random random) {
    var sites = new ArrayList<Site>();
    var fewer = random.nextInt(4);
    for (var i = 0; i < PUBLIC.size(); i++) {
      var room = 10 + random.nextInt(100);
      if (version == 1 || fewer > i) {
        var lon = LON + (i == 0 ? 0.03 : -0.03);
        sites.add(site(PUBLIC.get(i), SiteKind.HOSPITAL, LAT, lon, room, false));
      }
    }
    sites.add(site("school", SiteKind.SCHOOL, LAT + 0.002, LON, 0, false));
    if (north != null) {
      sites.add(site(HIDDEN, SiteKind.HOSPITAL, LAT + north, LON, 80, true));
      sites.add(site("hidden-base", SiteKind.RESCUE_BASE, LAT + north, LON + 0.001, 0, true));
    }
    return AreaProfile.newBuilder()
        .setCode(CODE)
        .setVersion(version)
        .setKind(AreaKind.TOWN)
        .setNames(List.of(new LocalName("en", "Town")))
        .setTimeZone("Asia/Damascus")
        .setLat(LAT)
        .setLon(LON)
        .setRadiusMetres(8_000)
        .setNeighbourhoods(
            List.of(
                Neighbourhood.newBuilder()
                    .setCode(PART)
                    .setNames(List.of(new LocalName("en", "Centre")))
                    .setLandUse(LandUse.RESIDENTIAL)
                    .setLat(LAT)
                    .setLon(LON)
                    .setRadiusMetres(600)
                    .build()))
        .setSites(sites)
        .build();
  }

  private static Site site(
      String id, SiteKind kind, double lat, double lon, int room, boolean confidential) {
    return Site.newBuilder()
        .setSiteId(id)
        .setKind(kind)
        .setNames(List.of(new LocalName("en", id)))
        .setLat(lat)
        .setLon(lon)
        .setCapacity(room)
        .setConfidential(confidential)
        .build();
  }
}
