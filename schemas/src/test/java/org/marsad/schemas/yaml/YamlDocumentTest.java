package org.marsad.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.schemas.settings.SettingsException;

class YamlDocumentTest {
  @Test
  void shouldTellEveryFaultWithItsLineAndPath() {
    // Given
    var document =
        YamlDocument.parse(
            "mapping",
            """
            reach:
              metres: 12x
              hours: 3
            words: {no: 1}
            colour: red
            names: [a, [b]]
            """);
    // When
    document.mapping(
        fields -> {
          fields.section("reach").number("metres", "a number >= 0", n -> n >= 0);
          fields.textMap("words");
          fields.oneOrMore("names", "names");
          fields.section("colour");
          return fields.text("note");
        });
    // Then
    assertThat(document.isSound()).isFalse();
    assertThat(document.faults())
        .containsExactlyInAnyOrder(
            "line 2: reach.metres: 12x (expected: a number >= 0)",
            "line 3: reach.hours: unknown key (expected: one of [metres])",
            "line 5: colour: red (expected: a mapping)",
            "line 6: names: no text (expected: names)");
    assertThatThrownBy(document::check).isInstanceOf(SettingsException.class);
  }

  @Test
  void shouldReadWordsAsTheyStand() {
    // Given YAML's words for truths and numbers
    var document = YamlDocument.parse("mapping", "a: NO\nb: 0x10\nc: [yes, 1_0]\nd:\n");
    // When
    var texts =
        document.mapping(
            fields ->
                List.of(
                    String.valueOf(fields.text("a")),
                    String.valueOf(fields.text("b")),
                    String.valueOf(fields.oneOrMore("c", "texts")),
                    String.valueOf(fields.text("d"))));
    // Then
    document.check();
    assertThat(texts).containsExactly("NO", "0x10", "[yes, 1_0]", "null");
  }

  @ParameterizedTest
  @CsvSource({"5f", "NaN", "1e999", "0x10", "1_000", "-1"})
  void shouldRefuseWhatIsNoNumberOrDoesNotFit(String text) {
    var document = YamlDocument.parse("mapping", "metres: " + text);
    // Then
    assertThat(
            document.<Boolean>mapping(
                fields -> fields.number("metres", "a number >= 0", n -> n >= 0) == null))
        .isTrue();
    assertThat(document.faults())
        .containsExactly("line 1: metres: " + text + " (expected: a number >= 0)");
  }

  @Test
  void shouldRefuseAKeyTwiceAnAliasAndASecondDocument() {
    assertThat(faults("a: 1\na: 2\n")).singleElement().asString().startsWith("line 2: Duplicate");
    assertThat(faults("a: &x 1\nb: *x\n"))
        .containsExactly("line 2: alias (expected: the value itself)");
    assertThat(faults("a: 1\n---\nb: 1\n"))
        .containsExactly("line 3: a second document (expected: one)");
    assertThat(faults("a: [1\n")).singleElement().asString().endsWith("(expected: YAML)");
    assertThat(faults("- a\n"))
        .containsExactly("line 1: mapping: no mapping (expected: a mapping)");
    assertThat(faults("")).isEmpty();
  }

  @Test
  void shouldReadAListOfEntriesOnly() {
    // Given
    var document = YamlDocument.parse("sources", "- {name: a}\n- b\n");
    // When
    var names = document.entries("name …", fields -> fields.text("name"));
    // Then
    assertThat(names).containsExactly("a");
    assertThat(document.faults())
        .containsExactly("line 2: sources[1]: no entry (expected: name …)");
    var other = YamlDocument.parse("sources", "name: a");
    assertThat(other.entries("name …", fields -> fields.text("name"))).isEmpty();
    assertThat(other.faults())
        .containsExactly("line 1: sources: no list (expected: a list of sources)");
  }

  private static List<String> faults(String text) {
    var document = YamlDocument.parse("mapping", text);
    document.mapping(fields -> List.of(String.valueOf(fields.text("a")), fields.keys()));
    return document.faults();
  }
}
