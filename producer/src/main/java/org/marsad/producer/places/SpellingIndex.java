package org.marsad.producer.places;

import java.util.List;
import java.util.Set;
import org.marsad.message.LocalName;

/**
 * Finds things by name, then by alias, then by sound: one thing's own name comes before another's
 * alias.
 *
 * @param <T> what is found
 */
final class SpellingIndex<T> {
  private final NameIndex<T> names = new NameIndex<>();
  private final NameIndex<T> aliases = new NameIndex<>();
  private final NameIndex<T> all = new NameIndex<>();

  /** Adds a thing. Before the first search only. */
  void add(List<LocalName> thingsNames, List<String> thingsAliases, T thing) {
    for (var name : thingsNames) {
      names.add(name.getName(), thing);
      all.add(name.getName(), thing);
    }
    aliases.addAll(thingsAliases, thing);
    all.addAll(thingsAliases, thing);
  }

  Set<T> named(String text) {
    return names.named(text);
  }

  Set<T> alias(String text) {
    return aliases.named(text);
  }

  Set<T> namedOrAlias(String text) {
    var named = names.named(text);
    return named.isEmpty() ? aliases.named(text) : named;
  }

  /** Things with a name or alias of the same consonants, if there are at least so many. */
  Set<T> soundingLike(String text, int leastConsonants) {
    return all.soundingLike(text, leastConsonants);
  }
}
