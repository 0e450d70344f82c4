package org.marsad.producer.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.LocalName;

class SlugTest {
  /** A code; the names that it stands for. */
  private record Coded(String code, List<LocalName> names) {
    boolean isMadeOfItsEnglishName() {
      return names.stream()
          .filter(name -> name.getLanguage().equals("en"))
          .anyMatch(name -> Slug.of(name.getName()).equals(code));
    }
  }

  /** The others are twins, known under another name, or corrected: see the builder's rules. */
  @Test
  void shouldMakeTheCodesThatTheBundledAreasHave() {
    // When
    var codes =
        AreaFiles.bundled().stream()
            .flatMap(
                area ->
                    Stream.concat(
                        Stream.of(new Coded(area.getCode(), area.getNames())),
                        area.getNeighbourhoods().stream()
                            .map(
                                part ->
                                    new Coded(
                                        part.getCode().substring(area.getCode().length() + 1),
                                        part.getNames()))))
            .toList();
    // Then
    assertThat(codes).filteredOn(Coded::isMadeOfItsEnglishName).hasSize(591);
  }

  @ParameterizedTest
  @CsvSource({
    "Al-Sha'ar, al-shaar",
    "ʿAyn, ayn",
    "Київ, kiiv",
    "مشفى القدس, mshfy-alqds",
    "Østerbro, osterbro",
    "Straße, strasse",
    "東京, dong-jing",
    "'–', ''"
  })
  void shouldTransliterateAnyScript(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }
}
