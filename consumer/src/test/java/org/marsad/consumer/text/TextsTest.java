package org.marsad.consumer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Intent;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Rule;
import org.marsad.message.Scale;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteKind;
import org.marsad.message.SourceKind;
import org.marsad.message.Standing;
import org.marsad.message.SubjectKind;
import org.marsad.message.Target;

/** The bundles themselves. */
class TextsTest {
  private static final Pattern FORM = Pattern.compile("(.*)\\.(zero|one|two|few|many|other)");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");

  private final Map<String, String> english =
      bundle("text.properties", "/org/marsad/schemas/text/counts.properties");
  private final Map<String, String> arabic =
      bundle("text_ar.properties", "/org/marsad/schemas/text/counts_ar.properties");

  @Test
  void shouldHaveTheSameSentencesInBothLanguages() {
    assertThat(families(arabic)).isEqualTo(families(english)).hasSizeGreaterThan(200);
  }

  @Test
  void shouldHaveEveryFormThatTheLanguageNeeds() {
    assertThat(formsOf(english))
        .allSatisfy((key, forms) -> assertThat(forms).contains("one", "other"));
    assertThat(formsOf(arabic).keySet()).isEqualTo(formsOf(english).keySet());
    var countsFew = Set.of("silent.heard"); // only a frame around numbers
    assertThat(formsOf(arabic).entrySet().stream().filter(e -> !countsFew.contains(e.getKey())))
        .allSatisfy(
            entry ->
                assertThat(entry.getValue())
                    .as(entry.getKey())
                    .contains("one", "two", "few", "many", "other"));
  }

  @Test
  void shouldBeTranslatedNotCopied() {
    var words =
        english.keySet().stream().filter(key -> hasLetters(english.getOrDefault(key, ""))).toList();
    assertThat(words).hasSizeGreaterThan(200);
    var common = words.stream().filter(arabic::containsKey).toList();
    assertThat(common).noneMatch(key -> Objects.equals(english.get(key), arabic.get(key)));
    assertThat(arabic.values().stream().map(TextsTest::bare))
        .noneMatch(text -> text.matches(".*[A-Za-z].*"));
    assertThat(english.values()).noneMatch(text -> text.matches(".*\\p{IsArabic}.*"));
    assertThat(words.stream().filter(arabic::containsKey))
        .allMatch(key -> bare(arabic.getOrDefault(key, "")).matches(".*\\p{IsArabic}.*"));
  }

  @Test
  void shouldNameTheSameFactsInBothLanguages() {
    for (var family : families(english)) {
      assertThat(places(arabic, family)).as(family).isEqualTo(places(english, family));
    }
  }

  @Test
  void shouldKnowEveryCodeThatAnAlertCanCarry() {
    assertThat(english.keySet())
        .containsAll(keys("event.", Rule.values(), rule -> rule != Rule.HEAVIEST_IN_DAYS))
        .containsAll(keys("event.", SubjectKind.values(), any -> true))
        .containsAll(keys("finding.", Rule.values(), any -> true))
        .containsAll(keys("changed.", Change.values(), any -> any != Change.OTHER))
        .containsAll(keys("cancel.", CancelReason.values(), any -> true))
        .containsAll(keys("why.", CancelReason.values(), any -> true))
        .containsAll(keys("brief.", CancelReason.values(), any -> true))
        .containsAll(keys("standing.", Standing.values(), any -> true))
        .containsAll(keys("change.standing.", Standing.values(), any -> true))
        .containsAll(keys("say.standing.", Standing.values(), any -> any != Standing.RECEIVING))
        .containsAll(keys("certainty.", Certainty.values(), any -> true))
        .containsAll(keys("means.", DeliveryMeans.values(), any -> true))
        .containsAll(keys("strike.", DeliveryMeans.values(), any -> true))
        .containsAll(keys("target.", Target.values(), any -> true))
        .containsAll(keys("source.", SourceKind.values(), any -> true))
        .containsAll(keys("say.residential.", ResidentialBasis.values(), any -> true))
        .containsAll(keys("site.hit.", SiteKind.values(), any -> true))
        .containsAll(keys("say.sites.", SiteBasis.values(), any -> true))
        .containsAll(keys("measure.", Measure.values(), any -> true))
        .containsAll(keys("say.replaces.", MessageType.values(), any -> true))
        .containsAll(keys("reality.", Reality.values(), any -> any != Reality.ACTUAL))
        .containsAll(keys("say.reality.", Reality.values(), any -> any != Reality.ACTUAL))
        .containsAll(keys("answer.", Intent.values(), any -> true));
    assertThat(families(english))
        .containsAll(keys("amount.", Measure.values(), any -> true))
        .containsAll(keys("heaviest.", Scale.values(), any -> true))
        .containsAll(keys("site.", SiteKind.values(), any -> true));
  }

  @ParameterizedTest
  @CsvSource({
    "0, لا قتلى",
    "1, قتيل واحد",
    "2, قتيلان",
    "3, 3 قتلى",
    "10, 10 قتلى",
    "11, 11 قتيلاً",
    "99, 99 قتيلاً",
    "100, 100 قتيل",
    "102, 102 قتيل",
    "103, 103 قتلى",
    "111, 111 قتيلاً"
  })
  void shouldCountAsArabicDoes(int count, String words) {
    assertThat(Texts.in(Locale.forLanguageTag("ar")).counted("amount.KILLED", count))
        .isEqualTo(words);
  }

  @Test
  void shouldWriteNumbersAndDatesForSyria() {
    var texts = Texts.in(Locale.forLanguageTag("ar"));
    assertThat(texts.of("amount.plain", 12345)).isEqualTo("12,345");
    assertThat(texts.of("distance.kilometres", 1.2)).isEqualTo("1.2 كم");
    assertThat(new AlertTime(texts).date(java.time.LocalDate.of(2016, 1, 5)))
        .isEqualTo("5 كانون الثاني 2016");
    assertThat(Texts.in(Locale.forLanguageTag("ar-EG")).locale()).isEqualTo(texts.locale());
  }

  @Test
  void shouldSpeakEnglishWhereTheLanguageIsNeither() {
    assertThat(Texts.in(Locale.FRENCH).of("type.UPDATE")).isEqualTo("UPDATE");
  }

  private static boolean hasLetters(String text) {
    return bare(text).matches(".*[A-Za-z].*");
  }

  static String bare(String text) {
    return PLACE.matcher(text).replaceAll("");
  }

  static Set<String> families(Map<String, String> bundle) {
    return bundle.keySet().stream()
        .map(TextsTest::family)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String family(String key) {
    var form = FORM.matcher(key);
    return form.matches() ? form.group(1) : key;
  }

  static Map<String, Set<String>> formsOf(Map<String, String> bundle) {
    var forms = new TreeMap<String, Set<String>>();
    for (var key : bundle.keySet()) {
      var form = FORM.matcher(key);
      if (form.matches()) {
        forms.computeIfAbsent(form.group(1), family -> new TreeSet<>()).add(form.group(2));
      }
    }
    return forms;
  }

  /** What the sentence, or its form for many, has places for. */
  static Set<String> places(Map<String, String> bundle, String family) {
    var text = bundle.getOrDefault(family + ".other", bundle.getOrDefault(family, ""));
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static <E> Collection<String> keys(String prefix, E[] codes, Predicate<E> which) {
    return Arrays.stream(codes).filter(which).map(code -> prefix + code).toList();
  }

  static Map<String, String> bundle(String... names) {
    var properties = new Properties();
    for (var name : names) {
      try (var file =
          new InputStreamReader(
              Objects.requireNonNull(TextsTest.class.getResourceAsStream(name)),
              StandardCharsets.UTF_8)) {
        properties.load(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }
}
