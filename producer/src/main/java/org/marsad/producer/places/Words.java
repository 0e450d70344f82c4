package org.marsad.producer.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.schemas.names.Spelling;

/** The words of a text, folded, and where separators stand between them. */
final class Words {
  private static final Pattern GENITIVE = Pattern.compile("(?<=\\p{IsLatin})['’]s(?!\\p{L})");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");

  /** "And", "in" and "to the", which Arabic writes together with the word after them. */
  private static final List<String> PARTICLES_OF_NAMES = List.of("و", "ب", "وب", "لل", "ولل");

  /** As before a name, and "to", which too many names of places begin with. */
  private static final List<String> PARTICLES_OF_WORDS =
      List.of("و", "ب", "وب", "لل", "ولل", "ل", "ول");

  private final List<String> words = new ArrayList<>();
  private final List<Boolean> parted = new ArrayList<>();

  Words(String text) {
    var folded = Spelling.folded(GENITIVE.matcher(text).replaceAll(""));
    var matcher = WORD.matcher(folded);
    var separator = PlaceText.SEPARATOR.matcher(folded).useTransparentBounds(true);
    var end = 0;
    while (matcher.find()) {
      words.add(matcher.group());
      parted.add(separator.region(end, matcher.end()).find());
      end = matcher.end();
    }
  }

  int size() {
    return words.size();
  }

  /** A word as it stands. */
  String at(int index) {
    return words.get(index);
  }

  /** The index of the word before one, -1 where nothing or a separator stands before it. */
  int before(int index) {
    return beginsSegment(index) ? -1 : index - 1;
  }

  /** The index itself, -1 where it lies behind the last word or a separator stands before it. */
  int after(int end) {
    return beginsSegment(end) ? -1 : end;
  }

  /** Whether separators or the ends of the text stand on both sides of these words. */
  boolean standAlone(int first, int end) {
    return beginsSegment(first) && beginsSegment(end);
  }

  private boolean beginsSegment(int index) {
    return index <= 0 || index >= size() || parted.get(index);
  }

  /** Whether no separator stands inside these words. */
  boolean areTogether(int first, int end) {
    for (var i = first + 1; i < end; i++) {
      if (parted.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word is in a list, with or without a particle that is written together with it. */
  boolean is(int index, Set<String> list) {
    return index >= 0
        && index < size()
        && withoutParticles(index, PARTICLES_OF_WORDS, 2).stream().anyMatch(list::contains);
  }

  /** As {@link #is}, for a word in Latin letters as it stands. */
  boolean isLatin(int index, Set<String> list) {
    return index >= 0 && list.contains(at(index)) && at(index).matches("[a-z]+");
  }

  /** As {@link #is}, with or without the article. */
  boolean isWithArticle(int index, Set<String> list) {
    return index >= 0
        && index < size()
        && withoutParticles(index, PARTICLES_OF_WORDS, 2).stream()
            .map(Spelling::withoutArabicArticle)
            .anyMatch(list::contains);
  }

  /** Ways to read some words as one text: with and without a particle before the first of them. */
  List<String> readings(int first, int end) {
    var rest = end == first + 1 ? "" : " " + String.join(" ", words.subList(first + 1, end));
    return withoutParticles(first, PARTICLES_OF_NAMES, 3).stream()
        .map(word -> word + rest)
        .toList();
  }

  private List<String> withoutParticles(int index, List<String> particles, int leastLetters) {
    var word = words.get(index);
    var readings = new ArrayList<>(List.of(word));
    for (var particle : particles) {
      if (word.startsWith(particle) && word.length() >= particle.length() + leastLetters) {
        var article = particle.endsWith("لل") ? "ال" : "";
        readings.add(article + word.substring(particle.length()));
      }
    }
    return readings;
  }
}
