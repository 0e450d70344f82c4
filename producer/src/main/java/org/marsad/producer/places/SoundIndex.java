package org.marsad.producer.places;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds things by the consonants of their names, whatever the script. Names that several things
 * share find all of them.
 *
 * @param <T> what is found
 */
final class SoundIndex<T> {
  /** By skeleton, then by the whole key. */
  private final Map<String, Map<String, Set<T>>> bySkeleton = new HashMap<>();

  /** Adds a thing under several names. Before the first search only. */
  void addAll(Collection<String> names, T thing) {
    for (var name : names) {
      for (var spelling : PlaceName.spellings(name)) {
        bySkeleton
            .computeIfAbsent(PlaceName.skeleton(spelling), skeleton -> new HashMap<>())
            .computeIfAbsent(PlaceName.key(spelling), key -> new LinkedHashSet<>())
            .add(thing);
      }
    }
  }

  /** Things with a name of the same consonants, if there are at least so many, at least one. */
  Set<T> soundingLike(String text, int leastConsonants) {
    var whole = find(text, leastConsonants);
    if (!whole.isEmpty()) {
      return whole;
    }
    var found = new LinkedHashSet<T>();
    PlaceName.spellings(text).forEach(spelling -> found.addAll(find(spelling, leastConsonants)));
    return found;
  }

  /** Things with a name of the same consonants, at least two, that differs in one letter. */
  Set<T> nearlyNamed(String text) {
    var key = PlaceName.key(text);
    var found = new LinkedHashSet<T>();
    names(text, 2)
        .forEach(
            (name, things) -> {
              if (PlaceName.differByOneLetter(key, name)) {
                found.addAll(things);
              }
            });
    return found;
  }

  private Set<T> find(String text, int leastConsonants) {
    var found = new LinkedHashSet<T>();
    names(text, leastConsonants).values().forEach(found::addAll);
    return found;
  }

  private Map<String, Set<T>> names(String text, int leastConsonants) {
    var skeleton = PlaceName.skeleton(text);
    return skeleton.length() < leastConsonants
        ? Map.of()
        : bySkeleton.getOrDefault(skeleton, Map.of());
  }
}
