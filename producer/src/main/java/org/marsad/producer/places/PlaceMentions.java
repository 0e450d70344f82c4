package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.producer.places.Mention.Kind;
import org.marsad.producer.places.Mention.Voice;

/** Finds the names of places inside a text: the longest ones, none inside another. */
final class PlaceMentions {
  /** No name has more words, articles counted. */
  private static final int MOST_WORDS = 7;

  /** Latin names as short as "Has" are ordinary words or syllables too often. */
  private static final Pattern SHORT_LATIN = Pattern.compile("[a-z0-9]{1,3}");

  /** How many words lie between a road and the names of its ends, at most. */
  private static final int ROAD_REACH = 4;

  private final Words words;
  private final Gazetteer gazetteer;
  private final BitSet taken = new BitSet();
  private final BitSet places = new BitSet();
  private final List<Mention> found = new ArrayList<>();

  private PlaceMentions(Words words, Gazetteer gazetteer) {
    this.words = words;
    this.gazetteer = gazetteer;
  }

  /** The names in a text, in its order, also those that are none where they stand. */
  static List<Mention> in(Words words, Gazetteer gazetteer) {
    var mentions = new PlaceMentions(words, gazetteer);
    mentions.find();
    return mentions.found.stream().sorted(Comparator.comparingInt(Mention::first)).toList();
  }

  private void find() {
    for (var count = Math.min(MOST_WORDS, words.size()); count > 0; count--) {
      for (var first = 0; first + count <= words.size(); first++) {
        look(first, first + count);
      }
    }
  }

  private void look(int first, int end) {
    if (!taken.get(first, end).isEmpty()
        || !words.areTogether(first, end)
        || standsBeside(first)
        || standsBeside(end - 1)) {
      return;
    }
    for (var name : words.readings(first, end)) {
      var key = PlaceName.key(name);
      var named = SHORT_LATIN.matcher(key).matches() ? Set.<Named>of() : gazetteer.withKey(key);
      if (!named.isEmpty()) {
        var kind = kind(first, end, named);
        var voice = voice(first, end, name, kind, named);
        var mention = new Mention(first, end, named, kind, voice, isOneOfSeveral(first, named));
        found.add(mention);
        taken.set(first, end);
        if (!mention.namesNothing()) {
          places.set(first, end);
        }
        return;
      }
    }
  }

  private boolean isOneOfSeveral(int first, Set<Named> named) {
    var before = words.before(first);
    return named.stream()
        .map(name -> name.part() == null ? PlaceWords.TOWNS : PlaceWords.NEIGHBOURHOODS)
        .anyMatch(list -> words.is(before, list));
  }

  /** A word that stands beside names, and at no end of one. */
  private boolean standsBeside(int index) {
    return words.is(index, PlaceWords.KINDS)
        || words.is(index, PlaceWords.GOVERNORATE)
        || words.is(index, PlaceWords.COUNTRYSIDE)
        || PlaceWords.BETWEEN.contains(words.at(index));
  }

  private Kind kind(int first, int end, Set<Named> named) {
    var before = words.before(first);
    if (before >= 0 && words.at(before).equals("of")) {
      before = words.before(before);
      if (words.is(before, PlaceWords.OUTSIDE)) {
        return Kind.REGION;
      }
    }
    var after = words.after(end);
    if (isRegion(before) || words.is(before, PlaceWords.SIDE) || isLatinRegion(after)) {
      return Kind.REGION;
    }
    if (words.is(before, PlaceWords.NEIGHBOURHOOD)
        || words.isLatin(after, PlaceWords.NEIGHBOURHOOD)) {
      return named.stream().anyMatch(name -> name.part() != null)
          ? Kind.NEIGHBOURHOOD
          : kindOfTownBesideNeighbourhood(first, after);
    }
    return words.is(before, PlaceWords.TOWN) || words.isLatin(after, PlaceWords.TOWN)
        ? Kind.TOWN
        : Kind.UNSAID;
  }

  /**
   * "A neighbourhood of Aleppo" names the town, "Al Bab district" more, "حي الباب" something else.
   */
  private Kind kindOfTownBesideNeighbourhood(int first, int after) {
    if (words.isLatin(after, PlaceWords.WIDER)) {
      return Kind.REGION;
    }
    return words.is(words.before(first), PlaceWords.NEIGHBOURHOOD)
        ? Kind.NEIGHBOURHOOD
        : Kind.UNSAID;
  }

  private boolean isRegion(int index) {
    return words.is(index, PlaceWords.COUNTRYSIDE) || words.is(index, PlaceWords.GOVERNORATE);
  }

  private boolean isLatinRegion(int index) {
    return words.isLatin(index, PlaceWords.COUNTRYSIDE)
        || words.isLatin(index, PlaceWords.GOVERNORATE);
  }

  private Voice voice(int first, int end, String name, Kind kind, Set<Named> named) {
    var before = words.before(first);
    var after = words.after(end);
    if (kind == Kind.UNSAID
        && (isOwnerBefore(before)
            || words.isLatin(after, PlaceWords.AFTER)
            || isEndOfRoad(first, end, name)
            || (PlaceWords.ordinaryKeys().contains(PlaceName.key(name))
                && !words.is(before, PlaceWords.EITHER)
                && !words.standAlone(first, end)
                && !isBesideItsTownAlone(first, end, named)))) {
      return Voice.NOT_A_PLACE;
    }
    while (before >= 0 && standsBeside(before)) {
      before = words.before(before);
    }
    if (words.isWithArticle(before, PlaceWords.NAMESAKE)
        || words.is(after, PlaceWords.NAMESAKE_AFTER)) {
      return Voice.NAMESAKE;
    }
    if (words.isWithArticle(before, PlaceWords.BRANCH)) {
      return Voice.BRANCH;
    }
    if (words.is(before, PlaceWords.FROM)) {
      return Voice.FROM;
    }
    return words.is(before, PlaceWords.TO) ? Voice.TO : Voice.PLAIN;
  }

  /** "حلب السكري" between separators, but not "حلب الشهباء", which is a name of the town. */
  private boolean isBesideItsTownAlone(int first, int end, Set<Named> named) {
    var before = words.before(first);
    return before >= 0
        && words.standAlone(before, end)
        && !words.isWithArticle(first, PlaceWords.EPITHET)
        && named.stream()
            .anyMatch(name -> name.part() != null && name.town().isNamed(words.at(before)));
  }

  private boolean isOwnerBefore(int before) {
    return words.isWithArticle(before, PlaceWords.BEFORE) && !places.get(before);
  }

  /** "Road between X and Y", "طريق X - Y", "X - Y road". */
  private boolean isEndOfRoad(int first, int end, String name) {
    var hasParticle = !name.startsWith(words.at(first));
    if (hasParticle || words.is(words.before(first), PlaceWords.INSIDE)) {
      return false;
    }
    for (var i = Math.max(0, first - ROAD_REACH); i < first; i++) {
      if (words.is(i, PlaceWords.ROAD) && !places.get(i)) {
        return true;
      }
    }
    for (var i = end; i < Math.min(words.size(), end + ROAD_REACH); i++) {
      if (words.isLatin(i, PlaceWords.ROAD)) {
        return true;
      }
    }
    return false;
  }
}
