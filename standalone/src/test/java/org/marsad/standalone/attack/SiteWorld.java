package org.marsad.standalone.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.Areas;

/** Three worlds that differ in one confidential hospital of Aleppo. */
enum SiteWorld {
  /** It stands where the attacker looks. */
  PRESENT(true, 36.215, 37.165),
  /** It stands 5 km away. */
  MOVED(true, 36.235, 37.115),
  /** There is none. */
  ABSENT(false, 0, 0);

  static final String SITE = "hidden-hospital";
  static final String KEY = "key-of-the-hidden-hospital";

  /** Two that everybody may know of. */
  static final String MILL = "mill-hospital";

  static final String SOUTH = "south-hospital";
  static final String AREA = "aleppo";

  private static final Set<String> TOWNS = Set.of(AREA, "homs", "saraqib", Areas.UNPLACED);

  private final boolean hasTheSite;
  private final double lat;
  private final double lon;

  SiteWorld(boolean hasTheSite, double lat, double lon) {
    this.hasTheSite = hasTheSite;
    this.lat = lat;
    this.lon = lon;
  }

  /** A place on the map, WGS84 degrees. */
  record Spot(double lat, double lon) {
    /** A place some metres away, near enough. */
    Spot plus(double northMetres, double eastMetres) {
      var degree = 111_195.0;
      return new Spot(
          lat + northMetres / degree, lon + eastMetres / degree / Math.cos(Math.toRadians(lat)));
    }
  }

  boolean hasTheSite() {
    return hasTheSite;
  }

  /** Where the site stands, or would. */
  Spot spot() {
    return new Spot(lat, lon);
  }

  /**
   * The areas: three towns, the governorate, and what nobody can place.
   *
   * @param version of their profiles
   * @param room of the mill hospital
   */
  List<AreaProfile> areas(int version, int room) throws IOException {
    var areas = new ArrayList<AreaProfile>();
    for (var area : Gazetteer.bundled().areas()) {
      var isTheGovernorate =
          area.getKind() == AreaKind.GOVERNORATE && area.getCode().contains(AREA);
      if (TOWNS.contains(area.getCode()) || isTheGovernorate) {
        var sites = new ArrayList<Site>();
        if (area.getCode().equals(AREA)) {
          sites.add(hospital(MILL, "Mill Hospital", new Spot(36.20, 37.10), room).build());
          sites.add(hospital(SOUTH, "South Hospital", new Spot(36.17, 37.16), 100).build());
          if (hasTheSite) {
            sites.add(hidden());
          }
        }
        areas.add(AreaProfile.newBuilder(area).setVersion(version).setSites(sites).build());
      }
    }
    return areas;
  }

  private Site hidden() {
    return hospital(SITE, "Hidden Hospital", spot(), 120)
        .setConfidential(true)
        .setKeySha256(SourceTokens.hash(KEY))
        .build();
  }

  private static Site.Builder hospital(String id, String name, Spot place, int room) {
    return Site.newBuilder()
        .setSiteId(id)
        .setKind(SiteKind.HOSPITAL)
        .setNames(List.of(new LocalName("en", name)))
        .setLat(place.lat())
        .setLon(place.lon())
        .setCapacity(room)
        .setConfidential(false)
        .setFictional(false);
  }
}
