package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Titles and sentences of our own, in the wording of videos of strikes. Where a place is not in the
 * gazetteer, or the text may mean another, the right answer is the town, the governorate or none.
 */
class PhrasesTest {
  private static final Gazetteer BUNDLED = Gazetteer.bundled();

  @ParameterizedTest
  @CsvFileSource(
      resources = "phrases.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void shouldFindThePlaceInside(String text, String place) {
    var found = BUNDLED.resolve(Ask.text(text).query());
    var neighbourhood = found.neighbourhood();
    assertThat(neighbourhood == null ? found.area() : neighbourhood).isEqualTo(place);
  }
}
