package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.CountRange;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.producer.places.Gazetteer;

/**
 * Tables as they come out of spreadsheets and phone forms, and the options of a mapping for them.
 */
final class MessyTablesTest {
  private static final String MAPPING =
      """
      zone: Asia/Damascus
      constants: {source.id: office}
      columns: {no: localId, day: occurredFrom, place: placeText, dead: killed}
      """;
  private static final String ROW = "1;2016-10-12;Fardous, Aleppo;3\n";
  private static final String HEADER = "no;day;place;dead\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEADER + ROW,
        "\ufeff" + HEADER + ROW,
        "sep=;\n" + HEADER + ROW,
        "sep=^\nno^day^place^dead\n1^2016-10-12^Fardous, Aleppo^3\n",
        "Incidents of October;;;\n;;;\n" + HEADER + ROW,
        HEADER + "#event+id;#date;#loc+name;#affected+killed\n" + ROW,
        HEADER + ROW + ";;;\n ; ; ; \n",
        HEADER + "1;2016-10-12;Fardous, Aleppo;3;;\n",
        "\u200fno; day\u00a0;place;dead\n" + ROW,
        "no\tday\tplace\tdead\n1\t2016-10-12\tFardous, Aleppo\t3\n",
        "no|day|place|dead\n1|2016-10-12|Fardous, Aleppo|3\n",
      })
  void shouldReadOneRowWhateverStandsAroundIt(String text) throws IOException {
    // When
    var rows = read(MAPPING, text);
    // Then
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(1, 1, 0, 0, 0));
    var report = ImportFiles.reports(rows).get(0);
    assertThat(report.getReportId()).isEqualTo("office:1");
    assertThat(report.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
    assertThat(report.getKilled()).isEqualTo(new CountRange(3, 3, 3));
  }

  @Test
  void shouldKnowABareNeighbourhoodOnlyWhereTheMappingNamesItsTown() throws IOException {
    var file = folder.resolve("t.csv");
    Files.writeString(file, HEADER + "1;2016-10-12;Fardous;3\n");
    var inTheTown = MAPPING.replace("office}", "office, area: aleppo}");
    assertThat(placed(MAPPING, file).getNeighbourhood()).isNull();
    assertThat(placed(inTheTown, file).getNeighbourhood()).isEqualTo("aleppo/al-fardous");
  }

  @Test
  void shouldCountTheLinesAboveTheHeader() throws IOException {
    var rows = read(MAPPING, "sep=;\nTitle;;;\n\n" + HEADER + "1;soon;Aleppo;3\n");
    assertThat(ImportFiles.refused(rows).get(0).line()).isEqualTo(5);
  }

  @Test
  void shouldNameADelimiterThatIsAnotherThanStated() {
    assertThatThrownBy(() -> read("delimiter: ','\n" + MAPPING, HEADER + ROW))
        .isInstanceOf(ImportException.class)
        .hasMessage("delimiter: , (expected: ;, which parts the header of t.csv)");
  }

  @Test
  void shouldReadAnEncodingThatTheMappingStates() throws IOException {
    // Given
    var file = folder.resolve("t.csv");
    Files.writeString(
        file, HEADER + "1;2016-10-12;الفردوس، حلب;3\n", Charset.forName("windows-1256"));
    // When
    var rows = read("encoding: windows-1256\n" + MAPPING, file);
    // Then
    assertThat(ImportFiles.reports(rows).get(0).getPlaceText()).isEqualTo("الفردوس، حلب");
    assertThatThrownBy(() -> read(MAPPING, file)).hasMessageContaining("not UTF-8");
  }

  @Test
  void shouldRefuseADamagedRowAloneAndGoOn() throws IOException {
    // Given: the second row ends in half a letter
    var bytes =
        (HEADER + "1;2016-10-12;الفردوس Aleppo;3\n2;2016-10-12;Aleppo X;3\n")
            .getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 4] = (byte) 0xD9;
    // When
    var rows = read(MAPPING, Files.write(folder.resolve("t.csv"), bytes));
    // Then
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(2, 1, 0, 1, 0));
    assertThat(ImportFiles.refused(rows).get(0).reason())
        .isEqualTo("row: damaged bytes (expected: UTF-8 in all of it)");
  }

  @Test
  void shouldReadRowsByTheValueInAColumnAndCountTheOthersByReason() throws IOException {
    // Given
    var mapping =
        MAPPING
            + """
            only: {kind: [Air strike, drone]}
            skip: {state: withdrawn}
            """;
    var table =
        """
        no,day,place,dead,kind,state
        1,2016-10-12,Aleppo,3,air STRIKE,ok
        2,2016-10-12,Aleppo,3,clash,ok
        3,2016-10-12,Aleppo,3,clash,withdrawn
        4,2016-10-12,Aleppo,3,drone,Withdrawn
        """;
    // When
    var rows = read(mapping, table);
    // Then
    var reasons = new ImportReasons();
    rows.forEach(reasons::note);
    assertThat(ImportFiles.reports(rows)).hasSize(1);
    assertThat(reasons.skipped())
        .containsExactly(
            java.util.Map.entry("kind: clash (none of only)", 2L),
            java.util.Map.entry("state: Withdrawn (one of skip)", 1L));
  }

  @Test
  void shouldReadNumbersWithADecimalComma() throws IOException {
    var mapping =
        MAPPING.replace("}\n", "}\n").replace("dead: killed", "dead: killed, la: lat, lo: lon")
            + "decimal: ','\n";
    var report =
        single(mapping, "no;day;place;dead;la;lo\n1;2016-10-12;Aleppo;1.200;36,18;37,165\n");
    assertThat(report.getLat()).isEqualTo(36.18);
    assertThat(report.getLon()).isEqualTo(37.165);
    assertThat(report.getKilled()).isEqualTo(new CountRange(1200, 1200, 1200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "36.18 37.165 390 4.5",
        "36.18, 37.165, 0, 4.5",
        "36.18;37.165;0;4.5",
        "٣٦٫١٨ ٣٧٫١٦٥ ٣٩٠ ٤٫٥",
      })
  void shouldReadAPointOfOneCell(String point) throws IOException {
    var report = single(pointMapping(), "no,day,gps\n1,2016-10-12,\"" + point + "\"\n");
    assertThat(report.getLat()).isEqualTo(36.18);
    assertThat(report.getLon()).isEqualTo(37.165);
    assertThat(report.getRadiusMetres()).isEqualTo(4.5);
  }

  @Test
  void shouldReadWellKnownTextWithLongitudeFirst() throws IOException {
    var report = single(pointMapping(), "no,day,gps\n1,2016-10-12,POINT (37.165 36.18)\n");
    assertThat(report.getLat()).isEqualTo(36.18);
    assertThat(report.getRadiusMetres()).isNull();
  }

  @Test
  void shouldKnowTokensForNotReportedAndForNoPoint() throws IOException {
    // Given
    var mapping =
        pointMapping().replace("gps: point", "gps: point, dead: killed")
            + "not-reported: ['999', keine]\nno-point: [none, '-']\n";
    // When
    var rows =
        read(
            mapping,
            "no,day,gps,dead\n1,2016-10-12,-,999\n2,2016-10-12,None,Keine\n3,2016-10-12,,x\n");
    // Then
    assertThat(ImportFiles.reports(rows))
        .extracting(StrikeReport::getMarks)
        .containsExactly(List.of(), List.of(), List.of("KILLED_UNREADABLE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hospital school",
        "Hospital, School, ",
        "hospital;SCHOOL",
        "home hospital|school"
      })
  void shouldReadListsAsFormsWriteThem(String list) throws IOException {
    var mapping =
        MAPPING.replace("dead: killed", "hit: targets") + "values: {targets: {home: ''}}\n";
    var report = single(mapping, "no,day,place,hit\n1,2016-10-12,Aleppo,\"" + list + "\"\n");
    assertThat(report.getTargets()).containsExactly(Target.HOSPITAL, Target.SCHOOL);
  }

  @Test
  void shouldPartListsByTheSeparatorOfTheMapping() throws IOException {
    var mapping =
        MAPPING.replace("dead: killed", "hit: targets, link: evidence")
            + "list-separator: ' '\nvalues: {targets: {clinic: HOSPITAL}}\n";
    var report =
        single(mapping, "no,day,place,hit,link\n1,2016-10-12,Aleppo,clinic market,a;b c\n");
    assertThat(report.getTargets()).containsExactly(Target.HOSPITAL, Target.MARKET);
    assertThat(report.getEvidence()).containsExactly("a;b", "c");
  }

  @Test
  void shouldCutLongNotesWhereTheMappingSaysSo() throws IOException {
    // Given
    var mapping = MAPPING.replace("dead: killed", "text: note");
    var table = "no,day,place,text\n1,2016-10-12,Aleppo," + "x".repeat(1001) + "\n";
    // When
    var cut = single(mapping + "truncate: [note]\n", table);
    // Then
    assertThat(cut.getNote()).hasSize(1000).endsWith("x…");
    assertThat(ImportFiles.refused(read(mapping, table)).get(0).field()).isEqualTo("note");
  }

  @Test
  void shouldReadDaysOfUnknownPlacesInTheZoneOfTheMapping() throws IOException {
    // Given places that know nothing
    var mapping = CsvMapping.parse(MAPPING.replace("Asia/Damascus", "Europe/Kyiv"));
    var file = Files.writeString(folder.resolve("t.csv"), HEADER + "1;2024-01-12;Somewhere;3\n");
    // When
    try (var rows =
        new Imports(UnknownPlaces::resolve, Include.ALL, mapping).open(Imports.Format.CSV, file)) {
      var report = ImportFiles.reports(rows.toList()).get(0);
      // Then
      assertThat(report.getOccurredFrom()).isEqualTo("2024-01-11T22:00:00Z");
    }
  }

  @Test
  void shouldNameAllFaultsOfTheOptions() {
    assertThatThrownBy(
            () ->
                CsvMapping.parse(
                    MAPPING
                        + """
                        encoding: latin-one
                        decimal: ";"
                        delimiter: ab
                        truncate: [localId]
                        list-separator: ""
                        first-of: {lat: [a], point: [b]}
                        """))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("encoding: latin-one (expected: a name such as UTF-8")
        .hasMessageContaining("decimal: ; (expected: a point or a comma)")
        .hasMessageContaining("delimiter: ab")
        .hasMessageContaining("truncate: localId (expected: true, or some of")
        .hasMessageContaining("list-separator: empty")
        .hasMessageContaining("lat: given besides point");
  }

  private static String pointMapping() {
    return """
    zone: UTC
    constants: {source.id: office}
    columns: {no: localId, day: occurredFrom, gps: point}
    """;
  }

  private StrikeReport single(String mapping, String table) throws IOException {
    var rows = read(mapping, table);
    assertThat(rows).singleElement().isInstanceOf(ImportedLine.Report.class);
    return ImportFiles.reports(rows).get(0);
  }

  private List<ImportedLine> read(String mapping, String table) throws IOException {
    return read(mapping, Files.writeString(folder.resolve("t.csv"), table));
  }

  /** The one report of a table, placed by the areas that ship. */
  private static StrikeReport placed(String mapping, Path file) throws IOException {
    var imports = new Imports(Gazetteer.bundled()::resolve, Include.ALL, CsvMapping.parse(mapping));
    try (var rows = imports.open(Imports.Format.CSV, file)) {
      return ImportFiles.reports(rows.toList()).get(0);
    }
  }

  private static List<ImportedLine> read(String mapping, Path file) throws IOException {
    return ImportFiles.read(Imports.Format.CSV, Include.ALL, CsvMapping.parse(mapping), file);
  }
}
