package org.marsad.consumer.areas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;

/**
 * The newest profile of each area. It names and maps no confidential site. Thread-safe: one thread
 * feeds it while others look things up.
 */
public final class AreaDirectory implements AreaNames {
  private final Map<String, AreaProfile> profiles = new TreeMap<>();
  private final BooleanSupplier complete;
  private int changes;
  private @Nullable PublicSites sites;
  private @Nullable Map<String, List<LocalName>> names;
  private @Nullable AreaMap map;

  /** A directory that waits for nothing. */
  public AreaDirectory() {
    this(() -> true);
  }

  /**
   * @param complete whether all profiles that there were at the start have come; safe from any
   *     thread
   */
  public AreaDirectory(BooleanSupplier complete) {
    this.complete = complete;
  }

  /** Whether all profiles that there were at the start have come. */
  public boolean isComplete() {
    return complete.getAsBoolean();
  }

  /**
   * Takes a profile. The version may be the known one: an area lists the hospitals around it too.
   *
   * @return whether it says anything new; an older version is ignored
   */
  public synchronized boolean onProfile(AreaProfile profile) {
    var known = profiles.get(profile.getCode());
    if (known != null && (known.getVersion() > profile.getVersion() || known.equals(profile))) {
      return false;
    }
    if (known == null) {
      put(profile);
      changes++;
    } else {
      var before = sites().bySiteId().keySet();
      put(profile);
      if (!shown(known).equals(shown(profile)) || !before.equals(sites().bySiteId().keySet())) {
        changes++;
      }
    }
    return true;
  }

  /** Forgets an area: its topic has it no more. */
  public synchronized void remove(String code) {
    if (profiles.remove(code) != null) {
      forgetDerived();
      changes++;
    }
  }

  @Override
  public synchronized String of(String code, String language) {
    var known = names().getOrDefault(code, List.of());
    for (var name : known) {
      if (sameLanguage(name.getLanguage(), language)) {
        return name.getName();
      }
    }
    return known.isEmpty() ? code : known.get(0).getName();
  }

  /** The newest profile of an area as it came: its sites are not for showing. */
  public synchronized Optional<AreaProfile> profile(String code) {
    return Optional.ofNullable(profiles.get(code));
  }

  /** The newest profiles of all areas as they came, by code: their sites are not for showing. */
  public synchronized List<AreaProfile> profiles() {
    return List.copyOf(profiles.values());
  }

  /** Whether an area says of a site that it is confidential. */
  public synchronized boolean isConfidential(String siteId) {
    return sites().confidential().contains(siteId);
  }

  /**
   * Where neighbourhoods of an area lie, as a GeoJSON geometry; the whole area where none are asked
   * for; empty where nothing is known.
   */
  public Optional<ObjectNode> shape(String area, Collection<String> neighbourhoods) {
    return profile(area).flatMap(known -> AreaShape.of(known, neighbourhoods));
  }

  /**
   * How often what may be shown changed, so that a reader looks again. A confidential site that
   * comes, moves or goes counts for nothing: its coming would show.
   */
  public synchronized int changes() {
    return changes;
  }

  /** The map of all areas, built at the first call after a change. */
  public synchronized AreaMap map() {
    var current = map;
    if (current == null) {
      current = AreaMap.of(profiles.values(), sites());
      map = current;
    }
    return current;
  }

  private void put(AreaProfile profile) {
    profiles.put(profile.getCode(), profile);
    forgetDerived();
  }

  private void forgetDerived() {
    sites = null;
    names = null;
    map = null;
  }

  private static AreaProfile shown(AreaProfile profile) {
    return AreaProfile.newBuilder(profile)
        .setVersion(0)
        .setSites(profile.getSites().stream().filter(site -> !site.getConfidential()).toList())
        .build();
  }

  private PublicSites sites() {
    var current = sites;
    if (current == null) {
      current = PublicSites.of(profiles.values());
      sites = current;
    }
    return current;
  }

  private Map<String, List<LocalName>> names() {
    var current = names;
    if (current == null) {
      current = new HashMap<>();
      for (var listed : sites().bySiteId().values()) {
        current.put(listed.site().getSiteId(), List.copyOf(listed.site().getNames()));
      }
      for (var area : profiles.values()) {
        current.put(area.getCode(), List.copyOf(area.getNames()));
        for (var part : area.getNeighbourhoods()) {
          current.put(part.getCode(), List.copyOf(part.getNames()));
        }
      }
      names = current;
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
