package org.marsad.consumer.operations.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.text.AllWords;

class WordRoutesTest {
  private static final Path PAGE =
      Path.of("src/main/resources/org/marsad/consumer/operations/page");
  private static final Pattern FORM = Pattern.compile("(.*)\\.(zero|one|two|few|many|other)");
  private static final Pattern FACT = Pattern.compile("\\{\\d}");

  /** A key as the page asks for it, whole; one that is put together is not looked for. */
  private static final Pattern ASKED = Pattern.compile("\\b(t|counted)\\('([^']+)'[,)]");

  @Test
  void shouldHaveTheSameWordsInBothLanguages() throws IOException {
    // Given
    var english = forms(own("en"));
    var arabic = forms(own("ar"));
    // Then
    assertThat(arabic.keySet()).isEqualTo(english.keySet());
    assertThat(arabic.entrySet())
        .filteredOn(entry -> requireNonNull(english.get(entry.getKey())).size() > 1)
        .allSatisfy(
            entry -> assertThat(entry.getValue()).contains("one", "two", "few", "many", "other"));
  }

  @Test
  void shouldNameNoFactInArabicThatEnglishHasNot() throws IOException {
    var english = own("en");
    own("ar")
        .forEach(
            (key, words) ->
                assertThat(facts(wordsOf(key, english))).as(key).containsAll(facts(words)));
  }

  private static String wordsOf(String key, Map<String, String> english) {
    return requireNonNull(english.getOrDefault(key, english.get(base(key) + ".other")), key);
  }

  @Test
  void shouldNotWriteTwiceWhatAlertsSayAlready() throws IOException {
    assertThat(own("en").keySet())
        .doesNotContainAnyElementsOf(AllWords.in(Locale.ENGLISH).keySet());
  }

  @Test
  void shouldHaveEveryWordThatThePageAsksFor() throws IOException {
    // Given
    var words = new TreeMap<>(AllWords.in(Locale.ENGLISH));
    words.putAll(own("en"));
    var known = forms(words).keySet();
    // Then
    try (var files = Files.newDirectoryStream(PAGE, "*.js")) {
      for (var file : files) {
        var asked = ASKED.matcher(Files.readString(file));
        while (asked.find()) {
          assertThat(known).as(file.getFileName().toString()).contains(base(asked.group(2)));
        }
      }
    }
  }

  private static Map<String, String> own(String language) throws IOException {
    var words = new TreeMap<String, String>();
    new JsonMapper()
        .readTree(PAGE.resolve("texts." + language + ".json").toFile())
        .properties()
        .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
    return words;
  }

  private static Map<String, Set<String>> forms(Map<String, String> words) {
    var forms = new TreeMap<String, Set<String>>();
    for (var key : words.keySet()) {
      var form = FORM.matcher(key);
      forms
          .computeIfAbsent(base(key), base -> new TreeSet<>())
          .add(form.matches() ? form.group(2) : "");
    }
    return forms;
  }

  private static String base(String key) {
    var form = FORM.matcher(key);
    return form.matches() ? form.group(1) : key;
  }

  private static Set<String> facts(String words) {
    var facts = new TreeSet<String>();
    FACT.matcher(words).results().forEach(fact -> facts.add(fact.group()));
    return facts;
  }
}
