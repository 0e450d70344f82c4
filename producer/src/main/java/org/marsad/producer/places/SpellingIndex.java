package org.marsad.producer.places;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
  private final SoundIndex<T> all = new SoundIndex<>();
  private final SoundIndex<T> withoutArabic = new SoundIndex<>();

  /** Adds a thing. Before the first search only. */
  void add(List<LocalName> thingsNames, List<String> thingsAliases, T thing) {
    var own = thingsNames.stream().map(LocalName::getName).toList();
    names.addAll(own, thing);
    aliases.addAll(thingsAliases, thing);
    var every = Stream.concat(own.stream(), thingsAliases.stream()).toList();
    all.addAll(every, thing);
    if (every.stream().noneMatch(PlaceName::isArabic)) {
      withoutArabic.addAll(every, thing);
    }
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

  /**
   * Things with a name or alias of the same consonants, if there are at least so many. A thing that
   * has an Arabic name is not looked for by the sound of Arabic words: they would be its letters.
   */
  Set<T> soundingLike(String text, int leastConsonants) {
    return heard(text).soundingLike(text, leastConsonants);
  }

  /** As {@link #soundingLike}; a name of fewer consonants must differ in one letter at most. */
  Set<T> soundingLikeOrNearly(String text, int leastConsonants) {
    var found = soundingLike(text, leastConsonants);
    return found.isEmpty() ? heard(text).nearlyNamed(text) : found;
  }

  private SoundIndex<T> heard(String text) {
    return PlaceName.isArabic(text) ? withoutArabic : all;
  }
}
