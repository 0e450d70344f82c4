package org.marsad.producer.places;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.marsad.schemas.names.Spelling;

/** The words of {@code place-words.yaml}, which says what each list means. Folded. */
final class PlaceWords {
  private static final Map<String, List<String>> LISTS = read();

  static final Set<String> NEIGHBOURHOOD = words("neighbourhood");
  static final Set<String> TOWN = words("town");
  static final Set<String> EITHER = words("either");
  static final Set<String> NEIGHBOURHOODS = words("neighbourhoods");
  static final Set<String> TOWNS = words("towns");
  static final Set<String> COUNTRYSIDE = words("countryside");
  static final Set<String> WIDER = words("wider");
  static final Set<String> GOVERNORATE = words("governorate");
  static final Set<String> ROAD = words("road");
  static final Set<String> SIDE = words("side");
  static final Set<String> OUTSIDE = words("outside");
  static final Set<String> INSIDE = words("inside");

  /** What parts one place from another. */
  static final Set<String> BETWEEN = union(words("between"), INSIDE, Set.of());

  static final Set<String> FROM = words("from");
  static final Set<String> TO = words("to");
  static final Set<String> BEFORE = words("before");
  static final Set<String> AFTER = words("after");
  static final Set<String> PLAIN = words("plain");
  static final Set<String> EPITHET = words("epithet");
  static final Set<String> BRANCH = words("branch");
  static final Set<String> NAMESAKE = words("namesake");
  static final Set<String> NAMESAKE_AFTER = words("namesakeAfter");

  /** What kind of place it is: said beside a name, and no part of it. */
  static final Set<String> KINDS = union(NEIGHBOURHOOD, TOWN, EITHER);

  private PlaceWords() {}

  /** Keys of names that are ordinary words. */
  static Set<String> ordinaryKeys() {
    return Ordinary.KEYS;
  }

  /** Keys of countries. */
  static Set<String> countryKeys() {
    return Countries.KEYS;
  }

  // apart, because keys are made with the words above

  private static final class Ordinary {
    static final Set<String> KEYS = keys(list("ordinary"));
  }

  private static final class Countries {
    static final Set<String> KEYS = countries();

    private static Set<String> countries() {
      var keys = new HashSet<>(keys(list("country")));
      for (var code : Locale.getISOCountries()) {
        var country = new Locale.Builder().setRegion(code).build();
        keys.add(PlaceName.key(country.getDisplayCountry(Locale.ENGLISH)));
        keys.add(PlaceName.key(country.getDisplayCountry(Locale.forLanguageTag("ar"))));
      }
      return Set.copyOf(keys);
    }
  }

  private static Set<String> keys(Collection<String> names) {
    var keys = new HashSet<String>();
    names.forEach(name -> keys.add(PlaceName.key(name)));
    return Set.copyOf(keys);
  }

  private static Set<String> words(String name) {
    var words = new HashSet<String>();
    list(name).forEach(word -> words.add(Spelling.withoutArabicArticle(Spelling.folded(word))));
    return Set.copyOf(words);
  }

  private static Set<String> union(Set<String> one, Set<String> other, Set<String> third) {
    var all = new HashSet<>(one);
    all.addAll(other);
    all.addAll(third);
    return Set.copyOf(all);
  }

  private static List<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name);
  }

  private static Map<String, List<String>> read() {
    try (var file = PlaceWords.class.getResourceAsStream("place-words.yaml")) {
      return new YAMLMapper().readValue(file, new TypeReference<Map<String, List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
