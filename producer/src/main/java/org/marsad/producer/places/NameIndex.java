package org.marsad.producer.places;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds things by the spellings of their names. Names that several things bear find all of them: to
 * choose is not its business.
 *
 * @param <T> what is found
 */
final class NameIndex<T> {
  private final Map<String, Set<T>> byKey = new HashMap<>();
  private final Map<String, Set<T>> bySkeleton = new HashMap<>();

  /**
   * Adds a thing under a name; null and nameless texts add nothing. Before the first search only.
   */
  void add(@Nullable String name, T thing) {
    if (name == null) {
      return;
    }
    for (var spelling : PlaceName.spellings(name)) {
      put(byKey, PlaceName.key(spelling), thing);
      put(bySkeleton, PlaceName.skeleton(spelling), thing);
    }
  }

  /** Adds a thing under several names. */
  void addAll(Collection<String> names, T thing) {
    names.forEach(name -> add(name, thing));
  }

  /** Things with this name, by key. */
  Set<T> named(String text) {
    return find(text, byKey, PlaceName::key);
  }

  /** Things with a name of the same consonants, if there are at least so many. */
  Set<T> soundingLike(String text, int leastConsonants) {
    return find(
        text,
        bySkeleton,
        spelling -> {
          var skeleton = PlaceName.skeleton(spelling);
          return skeleton.length() < leastConsonants ? "" : skeleton;
        });
  }

  /** Things with exactly this key. */
  Set<T> withKey(String key) {
    return byKey.getOrDefault(key, Set.of());
  }

  private Set<T> find(String text, Map<String, Set<T>> index, Function<String, String> folding) {
    var whole = index.getOrDefault(folding.apply(text), Set.of());
    if (!whole.isEmpty()) {
      return whole;
    }
    var found = new LinkedHashSet<T>();
    for (var spelling : PlaceName.spellings(text)) {
      found.addAll(index.getOrDefault(folding.apply(spelling), Set.of()));
    }
    return found;
  }

  private void put(Map<String, Set<T>> index, String folded, T thing) {
    if (!folded.isEmpty()) {
      index.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(thing);
    }
  }
}
