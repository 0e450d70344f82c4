package org.marsad.benchmarks.backlog;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

/**
 * Sites for {@link BacklogAreas}: three hospitals in each town, one of them confidential and one of
 * unknown capacity, two schools and a market.
 */
public final class TownSites {
  private TownSites() {}

  /** The same towns with their sites. */
  public static List<AreaProfile> in(Collection<AreaProfile> towns) {
    return towns.stream()
        .map(town -> AreaProfile.newBuilder(town).setSites(sites(town)).build())
        .toList();
  }

  private static List<Site> sites(AreaProfile town) {
    return List.of(
        site(town, "hospital-1", SiteKind.HOSPITAL, 8, 40, false),
        site(town, "hospital-2", SiteKind.HOSPITAL, 15, null, false),
        site(town, "hospital-3", SiteKind.HOSPITAL, 21, 25, true),
        site(town, "school-1", SiteKind.SCHOOL, 2, null, false),
        site(town, "school-2", SiteKind.SCHOOL, 19, null, false),
        site(town, "market-1", SiteKind.MARKET, 9, null, false));
  }

  /**
   * One site.
   *
   * @param neighbourhood in the middle of which it stands
   * @param capacity patients at once
   */
  private static Site site(
      AreaProfile town,
      String name,
      SiteKind kind,
      int neighbourhood,
      @Nullable Integer capacity,
      boolean confidential) {
    var middle = town.getNeighbourhoods().get(neighbourhood);
    return Site.newBuilder()
        .setSiteId(town.getCode() + "-" + name)
        .setKind(kind)
        .setNames(List.of(new LocalName("en", name)))
        .setLat(middle.getLat())
        .setLon(middle.getLon())
        .setCapacity(capacity)
        .setConfidential(confidential)
        .setFictional(false) // reports of the backlog are ACTUAL
        .build();
  }
}
