package org.marsad.consumer.areas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;

/**
 * The newest profile of each area. Thread-safe: one thread feeds it while others look things up.
 */
public final class AreaDirectory implements AreaNames {
  private final Map<String, AreaProfile> profiles = new TreeMap<>();
  private final Map<String, List<LocalName>> names = new HashMap<>();
  private int changes;
  private @Nullable AreaMap map;

  /**
   * Takes a profile.
   *
   * @return whether it is newer than the one that was known; an older or equal version is ignored
   */
  public synchronized boolean onProfile(AreaProfile profile) {
    var known = profiles.get(profile.getCode());
    if (known != null && known.getVersion() >= profile.getVersion()) {
      return false;
    }
    if (known != null) {
      known.getNeighbourhoods().forEach(neighbourhood -> names.remove(neighbourhood.getCode()));
      known.getSites().forEach(site -> names.remove(site.getSiteId()));
    }
    profiles.put(profile.getCode(), profile);
    names.put(profile.getCode(), List.copyOf(profile.getNames()));
    for (var neighbourhood : profile.getNeighbourhoods()) {
      names.put(neighbourhood.getCode(), List.copyOf(neighbourhood.getNames()));
    }
    for (var site : profile.getSites()) {
      if (!site.getConfidential()) {
        names.put(site.getSiteId(), List.copyOf(site.getNames()));
      }
    }
    changes++;
    map = null;
    return true;
  }

  @Override
  public synchronized String of(String code, String language) {
    var known = names.getOrDefault(code, List.of());
    for (var name : known) {
      if (sameLanguage(name.getLanguage(), language)) {
        return name.getName();
      }
    }
    return known.isEmpty() ? code : known.get(0).getName();
  }

  /** The newest profile of an area. */
  public synchronized Optional<AreaProfile> profile(String code) {
    return Optional.ofNullable(profiles.get(code));
  }

  /** Whether an area says of a site that it is confidential. */
  public synchronized boolean isConfidential(String siteId) {
    return profiles.values().stream()
        .flatMap(area -> area.getSites().stream())
        .anyMatch(site -> site.getConfidential() && site.getSiteId().equals(siteId));
  }

  /**
   * Where neighbourhoods of an area lie, as a GeoJSON geometry; the whole area where none are asked
   * for; empty where nothing is known.
   */
  public Optional<ObjectNode> shape(String area, Collection<String> neighbourhoods) {
    return profile(area).flatMap(known -> AreaShape.of(known, neighbourhoods));
  }

  /** How often a profile was taken, so that a reader sees that something changed. */
  public synchronized int changes() {
    return changes;
  }

  /** The map of all areas, built at the first call after a change. */
  public synchronized AreaMap map() {
    var current = map;
    if (current == null) {
      current = AreaMap.of(new ArrayList<>(profiles.values()));
      map = current;
    }
    return current;
  }

  /** {@code ar-SY} is Arabic: only the first subtag counts. */
  private static boolean sameLanguage(String one, String other) {
    return first(one).equalsIgnoreCase(first(other));
  }

  private static String first(String language) {
    var dash = language.indexOf('-');
    return dash < 0 ? language : language.substring(0, dash);
  }
}
