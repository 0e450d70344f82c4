package org.marsad.standalone.backtest;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;

/** Areas without their confidential sites, which nothing that is rehearsed knows of. */
public final class PublicAreas {
  private PublicAreas() {}

  /**
   * The same areas, with public sites alone. Several areas list the same hospital: one that calls
   * it confidential is enough.
   */
  public static List<AreaProfile> of(Collection<AreaProfile> areas) {
    var confidential =
        areas.stream()
            .flatMap(area -> area.getSites().stream())
            .filter(Site::getConfidential)
            .map(Site::getSiteId)
            .collect(Collectors.toSet());
    return areas.stream().map(area -> without(confidential, area)).toList();
  }

  private static AreaProfile without(Set<String> hidden, AreaProfile area) {
    return AreaProfile.newBuilder(area)
        .setSites(
            area.getSites().stream().filter(site -> !hidden.contains(site.getSiteId())).toList())
        .build();
  }
}
