package org.marsad.consumer.subscribers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;

/**
 * What a file of subscribers can name: the areas and sites that exist. A confidential site exists
 * only for those who show its key; to others it is like one that does not.
 *
 * @param areas codes of areas and governorates
 * @param governorates codes of governorates
 * @param neighbourhoods codes of neighbourhoods
 * @param sites ids of sites that are not confidential
 * @param keys SHA-256 of the key by id, of confidential sites that have one
 * @param checks whether anything is checked against all this
 */
public record Known(
    Set<String> areas,
    Set<String> governorates,
    Set<String> neighbourhoods,
    Set<String> sites,
    Map<String, String> keys,
    boolean checks) {
  /** Nothing is known of areas and sites, so none is refused. */
  public static final Known ANYTHING =
      new Known(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), false);

  public Known {
    areas = Set.copyOf(areas);
    governorates = Set.copyOf(governorates);
    neighbourhoods = Set.copyOf(neighbourhoods);
    sites = Set.copyOf(sites);
    keys = Map.copyOf(keys);
  }

  /** What these profiles tell of; where there is none, nothing is checked. */
  public static Known of(Collection<AreaProfile> profiles) {
    if (profiles.isEmpty()) {
      return ANYTHING;
    }
    var areas = new TreeSet<String>();
    var governorates = new TreeSet<String>();
    var neighbourhoods = new TreeSet<String>();
    var sites = new TreeSet<String>();
    var hidden = new TreeSet<String>();
    var keys = new HashMap<String, String>();
    for (var profile : profiles) {
      areas.add(profile.getCode());
      if (profile.getKind() == AreaKind.GOVERNORATE) {
        governorates.add(profile.getCode());
      }
      if (profile.getGovernorate() != null) {
        governorates.add(profile.getGovernorate());
      }
      profile.getNeighbourhoods().forEach(part -> neighbourhoods.add(part.getCode()));
      for (var site : profile.getSites()) {
        sites.add(site.getSiteId());
        if (site.getConfidential()) {
          hidden.add(site.getSiteId());
          if (site.getKeySha256() != null) {
            keys.put(site.getSiteId(), site.getKeySha256());
          }
        }
      }
    }
    sites.removeAll(hidden);
    areas.addAll(governorates);
    return new Known(areas, governorates, neighbourhoods, sites, keys, true);
  }

  boolean isArea(String code) {
    return !checks || code.equals(Coverage.ALL_AREAS) || areas.contains(code);
  }

  boolean isGovernorate(String code) {
    return !checks || governorates.contains(code);
  }

  boolean isNeighbourhood(String code) {
    return !checks || neighbourhoods.contains(code);
  }

  /**
   * Whether somebody may subscribe for a site. What is asked in vain is not told apart.
   *
   * @param keySha256 SHA-256 of the key that is shown; null: none
   */
  boolean isSite(String id, @Nullable String keySha256) {
    return !checks
        || (sites.contains(id) && keySha256 == null)
        || (keySha256 != null && keySha256.equals(keys.get(id)));
  }
}
