package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.standalone.client.StandIn;

class NamedAreaTest {
  private static final String AREAS =
      """
      {"features": [
        {"properties": {"kind": "area", "code": "aleppo", "names": {"en": "Aleppo", "ar": "حلب"}}},
        {"properties": {"kind": "area", "code": "homs", "names": {"en": "Homs"}}},
        {"properties": {"kind": "area", "code": "tel-1", "names": {"en": "Tell Abyad"}}},
        {"properties": {"kind": "area", "code": "tel-2", "names": {"en": "Tel Abyad"}}},
        {"properties": {"kind": "neighbourhood", "code": "homs/al-waer", "names": {"en": "Waer"}}}
      ]}\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"aleppo", "Aleppo", " ALEPPO", "alepo", "حلب"})
  void shouldKnowAnAreaByItsCodeAndByItsNames(String said) throws IOException {
    assertThat(code(said)).isEqualTo("aleppo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Aleppa   | the code or name of an area; did you mean Aleppo (aleppo)?",
        "Waer     | the code or name of an area",
        "nowhere  | the code or name of an area",
        "TelAbyad | one of tel-1, tel-2"
      })
  void shouldSayWhatWasExpectedWhereNoneIsMeantOrSeveral(String said, String expected) {
    assertThatThrownBy(() -> code(said))
        .hasMessageContaining("--area: %s (expected: %s)".formatted(said, expected));
  }

  @Test
  void shouldEndAWatchOfAnAreaThatDoesNotExist(@TempDir Path folder) throws IOException {
    try (var server = new StandIn()) {
      server.then(200, AREAS);
      var token = Files.writeString(folder.resolve("token"), "x").toString();
      // When
      var run =
          Run.of(List.of("watch", "--area", "Hims", "--url", server.url(), "--token-file", token));
      // Then
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.errors())
          .isEqualTo(
              "marsad: --area: Hims (expected: the code or name of an area;"
                  + " did you mean Homs (homs)?)%n".formatted());
      assertThat(server.asked()).containsExactly("GET /api/v1/areas");
    }
  }

  private static String code(String said) throws IOException {
    return NamedArea.code(said, new ObjectMapper().readTree(AREAS));
  }
}
