package org.marsad.producer.areas;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;

/**
 * Where an area should lie, so that a file with latitude and longitude exchanged is noticed. It is
 * stated as a point; or it is known by the area's code or its governorate; or all known towns of
 * its time zone say it roughly.
 */
final class Whereabouts {
  private static final double NEAR_POINT_METRES = 100_000;
  private static final double NEAR_AREA_METRES = 50_000;
  private static final double NEAR_GOVERNORATE_METRES = 20_000;
  private static final double NEAR_TOWN_METRES = 25_000;
  private static final double SITE_METRES = 50_000;

  private final List<Circle> ground;
  private final double within;
  private final boolean isSure;

  private Whereabouts(List<Circle> ground, double within, boolean isSure) {
    this.ground = ground;
    this.within = within;
    this.isSure = isSure;
  }

  /**
   * What is known of an area.
   *
   * @param near a point that its operator states, null for none
   * @param known areas whose places are right
   */
  static Whereabouts of(AreaHead head, @Nullable Circle near, Collection<AreaProfile> known) {
    if (near != null) {
      return new Whereabouts(List.of(near), NEAR_POINT_METRES, true);
    }
    var itself = circles(known, area -> area.getCode().equals(head.code()));
    if (!itself.isEmpty()) {
      return new Whereabouts(itself, NEAR_AREA_METRES, true);
    }
    var governorate = circles(known, area -> area.getCode().equals(head.governorate()));
    if (!governorate.isEmpty()) {
      return new Whereabouts(governorate, NEAR_GOVERNORATE_METRES, true);
    }
    var zone = head.timeZone().getId();
    var towns =
        circles(known, area -> area.getKind() == AreaKind.TOWN && area.getTimeZone().equals(zone));
    return new Whereabouts(towns, NEAR_TOWN_METRES, false);
  }

  /**
   * Refuses an area whose neighbourhoods or sites lie elsewhere.
   *
   * @return whether there was anything to compare its neighbourhoods with; where there was not,
   *     exchanged coordinates go unnoticed
   * @throws AreaFileException with the first of them
   */
  boolean check(AreaProfile area) {
    var isCompared = false;
    for (var part : area.getNeighbourhoods()) {
      isCompared |= check(part.getCode(), part.getLat(), part.getLon());
    }
    var own = new Circle(area.getLat(), area.getLon(), area.getRadiusMetres());
    var sites = new Whereabouts(List.of(own), SITE_METRES, true);
    for (var site : area.getSites()) {
      sites.check(site.getSiteId(), site.getLat(), site.getLon());
    }
    return isCompared;
  }

  private boolean check(String what, double lat, double lon) {
    if (holds(lat, lon)) {
      return true;
    }
    if (Math.abs(lon) <= 90 && holds(lon, lat)) {
      throw new AreaFileException(
          "%s: lat %s, lon %s (expected: latitude and longitude the other way round)"
              .formatted(what, lat, lon));
    }
    if (isSure) {
      throw new AreaFileException(
          "%s: lat %s, lon %s (expected: within %.0f km of where it should lie)"
              .formatted(what, lat, lon, within / 1000));
    }
    return false;
  }

  private boolean holds(double lat, double lon) {
    return ground.stream().anyMatch(circle -> circle.reaches(lat, lon, within));
  }

  private static List<Circle> circles(
      Collection<AreaProfile> known, Predicate<AreaProfile> wanted) {
    return known.stream()
        .filter(area -> area.getKind() != AreaKind.UNPLACED)
        .filter(wanted)
        .map(area -> new Circle(area.getLat(), area.getLon(), area.getRadiusMetres()))
        .toList();
  }
}
