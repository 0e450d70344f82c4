package org.marsad.consumer.areas;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;

/**
 * The sites that may be spoken of. Several areas list the same hospital: one that calls it
 * confidential is enough to hide it.
 *
 * @param bySiteId each public site as the first area lists it, with that area's code
 * @param confidential ids of the others
 */
record PublicSites(Map<String, Listed> bySiteId, Set<String> confidential) {
  /** A site and the area that lists it. */
  record Listed(String area, Site site) {}

  /** The sites of these areas; the first area that lists a site counts. */
  static PublicSites of(Collection<AreaProfile> areas) {
    var confidential = new HashSet<String>();
    for (var area : areas) {
      for (var site : area.getSites()) {
        if (site.getConfidential()) {
          confidential.add(site.getSiteId());
        }
      }
    }
    var bySiteId = new HashMap<String, Listed>();
    for (var area : areas) {
      for (var site : area.getSites()) {
        if (!confidential.contains(site.getSiteId())) {
          bySiteId.putIfAbsent(site.getSiteId(), new Listed(area.getCode(), site));
        }
      }
    }
    return new PublicSites(Map.copyOf(bySiteId), Set.copyOf(confidential));
  }
}
