package org.marsad.producer.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.AreaProfile;

class AreaFilesTest {
  private static final String GOOD =
      """
      {"code":"springfield","version":2,"kind":"TOWN","names":[{"language":"en","name":"Springfield"}],\
      "aliases":["S."],"governorate":null,"timeZone":"Asia/Damascus","lat":36.0,"lon":37,"radiusMetres":900.5,\
      "recordsBegan":"2016-09-15","neighbourhoods":[{"code":"springfield/old","landUse":"MIXED","lat":36.0,\
      "lon":37.0,"radiusMetres":100.0,"polygons":[[[37.0,36.0,37.1,36.0,37.1,36.1,37.0,36.0]]]}],\
      "sites":[{"siteId":"h-1","kind":"HOSPITAL","lat":36.0,"lon":37.0,"capacity":5,"confidential":true}]}\
      """;

  @TempDir private Path folder;

  @Test
  void shouldReadWhatItWrote() throws IOException {
    // Given
    var areas = AreaFiles.read(List.of(file("a.jsonl", "# credit\n\n" + GOOD + "\n")));
    // When
    var copy = folder.resolve("copy.jsonl");
    AreaFiles.write(copy, areas);
    // Then
    assertThat(AreaFiles.read(List.of(copy))).isEqualTo(areas);
    var area = areas.get(0);
    assertThat(area.getRecordsBegan()).isEqualTo(LocalDate.of(2016, 9, 15));
    assertThat(area.getNeighbourhoods().get(0).getPolygons().get(0).get(0)).hasSize(8);
    assertThat(area.getSites().get(0).getFictional()).isFalse();
  }

  @Test
  void shouldReadTheHashOfASitesKey() throws IOException {
    // Given
    var hash = "0123456789abcdef".repeat(4);
    var text = GOOD.replace("\"capacity\":5", "\"capacity\":5,\"keySha256\":\"" + hash + "\"");
    // When
    var areas = AreaFiles.read(List.of(file("a.jsonl", text)));
    // Then
    assertThat(areas.get(0).getSites().get(0).getKeySha256()).isEqualTo(hash);
  }

  /** What stands there may be the key itself. */
  @Test
  void shouldNotRepeatAnUnusableHash() {
    var text = GOOD.replace("\"capacity\":5", "\"capacity\":5,\"keySha256\":\"the key\"");
    assertThatThrownBy(() -> AreaFiles.read(List.of(file("a.jsonl", text))))
        .isInstanceOf(AreaFileException.class)
        .hasMessageNotContaining("the key");
  }

  @Test
  void shouldReadADirectoryInTheOrderOfNames() throws IOException {
    file("b.jsonl", GOOD.replace("springfield", "b"));
    file("a.jsonl", GOOD.replace("springfield", "a"));
    file("notes.txt", "not areas");
    assertThat(AreaFiles.read(List.of(folder)))
        .extracting(AreaProfile::getCode)
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"version\":2`|`\"version\":2,\"colour\":\"red\"`|colour: \"red\"",
        "`\"version\":2`|`\"version\":\"2\"`|version: \"2\" (expected: int)",
        "`\"version\":2`|`\"version\":0`|version: 0 (expected: >= 1)",
        "`\"version\":2,`|``|version: absent (expected: int)",
        "`\"version\":2`|`\"version\":null`|version: null (expected: int)",
        "`\"version\":2`|`\"version\":2,\"version\":3`|Duplicate field 'version'",
        "MIXED|LUNAR|neighbourhoods[0].landUse: \"LUNAR\" (expected: one of [RESIDENTIAL",
        "Asia/Damascus|Moon/Base|timeZone: Moon/Base (expected: an IANA time zone)",
        "2016-09-15|soon|recordsBegan: \"soon\" (expected: a date",
        "`\"lat\":36.0,\"lon\":37,`|`\"lat\":96.0,\"lon\":37,`|lat: 96.0 (expected: -90 to 90)",
        "`\"lon\":37,`|`\"lon\":\"east\",`|lon: \"east\" (expected: double)",
        "`\"radiusMetres\":900.5`|`\"radiusMetres\":0`|radiusMetres: 0.0 (expected: > 0)",
        "springfield/old|shelbyville/old|neighbourhoods.code: shelbyville/old (expected:"
            + " springfield/",
        "`\"code\":\"springfield\"`|`\"code\":\"Spring Field\"`|code: Spring Field (expected: a"
            + " slug",
        "`\"aliases\":[\"S.\"]`|`\"aliases\":\"S.\"`|aliases: \"S.\" (expected: an array)",
        "`\"confidential\":true`|`\"confidential\":1`|sites[0].confidential: 1 (expected: boolean)",
        "`\"confidential\":true`|`\"confidential\":true,\"keySha256\":\"AB\"`|h-1.keySha256:"
            + " unusable (",
        "37.1,36.1,37.0,36.0|37.1|5 numbers in a ring",
        "`\"confidential\":true}]}`|`\"confidential\":true}]`|(expected: JSON)",
        "`\"confidential\":true}]}`|`\"confidential\":true}]} {}`|(expected: JSON)",
      })
  void shouldRefuseALineWithItsNumberFieldAndValue(String part, String fault, String message) {
    var broken = GOOD.replace(part, fault == null ? "" : fault);
    assertThat(broken).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> AreaFiles.read(List.of(file("bad.jsonl", "# one\n" + broken))))
        .isInstanceOf(AreaFileException.class)
        .hasMessageContaining("bad.jsonl: line 2: ")
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseACodeThatStandsTwice() {
    assertThatThrownBy(() -> AreaFiles.read(List.of(file("a.jsonl", GOOD), file("b.jsonl", GOOD))))
        .isInstanceOf(AreaFileException.class)
        .hasMessageEndingWith("b.jsonl: line 1: code: springfield (expected: each code once)");
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    var absent = folder.resolve("absent.jsonl");
    assertThatThrownBy(() -> AreaFiles.read(List.of(absent)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("absent.jsonl");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
