package org.marsad.producer.areas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.schemas.MessageCodec;

/**
 * Lists in each area the hospitals that its wounded can reach, whichever area they belong to.
 *
 * <p>A hospital is in reach of an area when it lies at most 50 km from the edge of the area's
 * circle, on the WGS84 ellipsoid. So no hospital within 50 km of any strike in the circle is left
 * out; how far a strike is from a hospital is the rules' to judge. {@code unplaced} lies nowhere,
 * and lists none.
 */
public final class HospitalsInReach {
  /** How far from the edge of an area's circle, metres. The edge counts. */
  public static final double REACH_METRES = 50_000;

  static {
    MessageCodec.trustMessages(); // which builders need
  }

  private HospitalsInReach() {}

  /**
   * The same areas in the same order, each with its own sites first, then the hospitals of others
   * by their ids. Areas that list them already stay as they are.
   *
   * @throws AreaFileException when one id stands for two hospitals, or for a hospital and another
   *     site
   */
  public static List<AreaProfile> listed(Collection<AreaProfile> areas) {
    var hospitals = hospitals(areas);
    return areas.stream().map(area -> listed(area, hospitals)).toList();
  }

  private static Map<String, Site> hospitals(Collection<AreaProfile> areas) {
    var hospitals = new TreeMap<String, Site>();
    for (var area : areas) {
      for (var site : area.getSites()) {
        if (site.getKind() == SiteKind.HOSPITAL) {
          var known = hospitals.putIfAbsent(site.getSiteId(), site);
          demandSame(area, site, known == null ? site : known);
        }
      }
    }
    return hospitals;
  }

  private static AreaProfile listed(AreaProfile area, Map<String, Site> hospitals) {
    var own = new HashSet<String>();
    for (var site : area.getSites()) {
      own.add(site.getSiteId());
      demandSame(area, site, hospitals.getOrDefault(site.getSiteId(), site));
    }
    if (area.getKind() == AreaKind.UNPLACED) {
      return area;
    }
    var circle = new Circle(area.getLat(), area.getLon(), area.getRadiusMetres());
    var others =
        hospitals.values().stream()
            .filter(hospital -> !own.contains(hospital.getSiteId()))
            .filter(hospital -> circle.reaches(hospital.getLat(), hospital.getLon(), REACH_METRES))
            .toList();
    return others.isEmpty() ? area : with(area, others);
  }

  private static AreaProfile with(AreaProfile area, List<Site> others) {
    var sites = new ArrayList<>(area.getSites());
    sites.addAll(others);
    return AreaProfile.newBuilder(area).setSites(sites).build();
  }

  private static void demandSame(AreaProfile area, Site site, Site known) {
    if (!site.equals(known)) {
      throw new AreaFileException(
          "sites.siteId: %s of %s (expected: the same hospital in every area, or another id)"
              .formatted(site.getSiteId(), area.getCode()));
    }
  }
}
