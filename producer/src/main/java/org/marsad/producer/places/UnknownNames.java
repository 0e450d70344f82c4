package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** The words of a text that may be names of places which are not known by these letters. */
final class UnknownNames {
  /** No name that is looked for by its sound has more words. */
  private static final int MOST_WORDS = 4;

  private final Words words;
  private final List<Mention> mentions;

  /**
   * What may be one name, the longer first.
   *
   * @param names each a way to read it
   */
  record Spellings(List<String> names) {
    /** What the longest of them finds that finds one thing only. */
    <T> Set<T> first(Function<String, Collection<T>> search) {
      for (var name : names) {
        var found = search.apply(name);
        if (!found.isEmpty()) {
          return found.size() == 1 ? Set.copyOf(found) : Set.of();
        }
      }
      return Set.of();
    }
  }

  UnknownNames(Words words, List<Mention> mentions) {
    this.words = words;
    this.mentions = mentions;
  }

  /** "X neighbourhood", "حي X", where X is none of a town's neighbourhoods. */
  List<Spellings> neighbourhoodsOf(Area town) {
    return beside(PlaceWords.NEIGHBOURHOOD, mention -> !mention.partsOf(town).isEmpty());
  }

  /** "X village", "بلدة X", where X is no known town. */
  List<Spellings> towns() {
    return beside(PlaceWords.TOWN, mention -> !mention.towns().isEmpty());
  }

  /** Whatever words of the text may be a name. */
  List<Spellings> all() {
    var all = new ArrayList<Spellings>();
    for (var first = 0; first < words.size(); first++) {
      all.add(from(first));
    }
    return all;
  }

  private List<Spellings> beside(Set<String> kinds, Predicate<Mention> isKnown) {
    var unknown = new ArrayList<Spellings>();
    for (var i = 0; i < words.size(); i++) {
      if (!words.is(i, kinds) || words.is(words.after(i + 1), PlaceWords.KINDS)) {
        continue;
      }
      var isLatin = words.isLatin(i, kinds);
      var spellings = isLatin ? until(i) : from(words.after(i + 1));
      if (!spellings.names().isEmpty() && !isNamedBeside(i, isLatin, isKnown)) {
        unknown.add(spellings);
      }
    }
    return unknown;
  }

  private boolean isNamedBeside(int kind, boolean isLatin, Predicate<Mention> isKnown) {
    return mentions.stream()
        .filter(isKnown)
        .anyMatch(
            mention ->
                mention.first() == kind + 1
                    || (isLatin && mention.end() == kind)
                    || (mention.first() == kind + 2 && words.at(kind + 1).equals("of")));
  }

  private Spellings from(int first) {
    return spellings(count -> first, count -> first + count);
  }

  private Spellings until(int end) {
    return words.after(end) < 0
        ? new Spellings(List.of())
        : spellings(count -> end - count, count -> end);
  }

  private Spellings spellings(IntUnaryOperator first, IntUnaryOperator end) {
    var names = new LinkedHashSet<String>();
    for (var count = MOST_WORDS; count > 0; count--) {
      if (isFree(first.applyAsInt(count), end.applyAsInt(count))) {
        names.addAll(words.readings(first.applyAsInt(count), end.applyAsInt(count)));
      }
    }
    return new Spellings(List.copyOf(names));
  }

  private boolean isFree(int first, int end) {
    if (first < 0 || end > words.size() || !words.areTogether(first, end)) {
      return false;
    }
    for (var i = first; i < end; i++) {
      if (PlaceWords.PLAIN.contains(words.at(i)) || PlaceWords.BETWEEN.contains(words.at(i))) {
        return false;
      }
    }
    return mentions.stream()
        .filter(mention -> !mention.namesNothing())
        .noneMatch(mention -> mention.first() < end && first < mention.end());
  }
}
