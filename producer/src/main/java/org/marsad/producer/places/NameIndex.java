package org.marsad.producer.places;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds things by the spellings of their names. Names that several things bear find all of them: to
 * choose is not its business.
 *
 * @param <T> what is found
 */
final class NameIndex<T> {
  private final Map<String, Set<T>> byKey = new HashMap<>();

  /**
   * Adds a thing under a name; null and nameless texts add nothing. Before the first search only.
   */
  void add(@Nullable String name, T thing) {
    if (name == null) {
      return;
    }
    for (var spelling : PlaceName.spellings(name)) {
      var key = PlaceName.key(spelling);
      if (!key.isEmpty()) {
        byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(thing);
      }
    }
  }

  /** Adds a thing under several names. */
  void addAll(Collection<String> names, T thing) {
    names.forEach(name -> add(name, thing));
  }

  /** Things with this name, by key; a name in another script by its Latin letters. */
  Set<T> named(String text) {
    var named = find(text, PlaceName::key);
    return named.isEmpty() ? find(text, PlaceName::latinKey) : named;
  }

  /** Things with exactly this key. */
  Set<T> withKey(String key) {
    return byKey.getOrDefault(key, Set.of());
  }

  private Set<T> find(String text, UnaryOperator<String> folding) {
    var whole = withKey(folding.apply(text));
    if (!whole.isEmpty()) {
      return whole;
    }
    var found = new LinkedHashSet<T>();
    PlaceName.spellings(text).forEach(spelling -> found.addAll(withKey(folding.apply(spelling))));
    return found;
  }
}
