package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

final class CsvRowsTest {
  private static final String MAPPING =
      """
      zone: Asia/Damascus
      date-formats: ["dd/MM/yyyy HH:mm", "dd/MM/yyyy", "yyyy-MM-dd'T'HH:mm:ssXXX"]
      unknown-times: ["00:00"]
      constants:
        source.id: field-office
        source.kind: AGENCY
      columns:
        no: localId
        town: area
        day: occurredFrom.date
        from: occurredFrom.time
        to: occurredUntil.time
        latitude: lat
        longitude: lon
        dead: killed
        bombs min: impacts.low
        bombs max: impacts.high
        by: delivery
        hit: targets
      values:
        delivery: {jet: AIRCRAFT, Heli: HELICOPTER}
        targets: {house: RESIDENTIAL}
      """;
  private static final String HEADER =
      "no,town,day,from,to,latitude,longitude,dead,bombs min,bombs max,by,hit,remark\n";

  @TempDir Path folder;

  @Test
  void shouldPutARowTogetherAsTheMappingSays() throws IOException {
    // When
    var report =
        single("17,Khan Shaykhun,11/10/2016,14:05,14:20,35.4,36.6,3–5,2,4,JET,House; SCHOOL,x");
    // Then
    assertThat(report.getReportId()).isEqualTo("field-office:17");
    assertThat(report.getSource().getKind()).isEqualTo(SourceKind.AGENCY);
    assertThat(report.getArea()).isEqualTo("khan-shaykhun");
    assertThat(report.getOccurredFrom()).isEqualTo("2016-10-11T11:05:00Z");
    assertThat(report.getOccurredUntil()).isEqualTo("2016-10-11T11:20:00Z");
    assertThat(report.getTimePrecision()).isEqualTo(TimePrecision.MINUTE);
    assertThat(report.getKilled()).isEqualTo(new CountRange(3, 3, 5));
    assertThat(report.getImpacts()).isEqualTo(new CountRange(2, 2, 4));
    assertThat(report.getDelivery()).isEqualTo(DeliveryMeans.AIRCRAFT);
    assertThat(report.getTargets()).containsExactly(Target.RESIDENTIAL, Target.SCHOOL);
    assertThat(report.getNote()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // a time of day, before and after the change of the clocks
    "11/10/2016, 14:05, , 2016-10-11T11:05:00Z, 2016-10-11T11:05:00Z, MINUTE",
    "30/10/2016, 14:05, , 2016-10-30T12:05:00Z, 2016-10-30T12:05:00Z, MINUTE",
    // 23:30 of 27 October came twice: the earlier, to the hour
    "27/10/2016, 23:30, , 2016-10-27T20:30:00Z, 2016-10-27T20:30:00Z, HOUR",
    // unknown: the day
    "11/10/2016, 00:00, , 2016-10-10T21:00:00Z, 2016-10-11T21:00:00Z, DAY",
    "11/10/2016, , , 2016-10-10T21:00:00Z, 2016-10-11T21:00:00Z, DAY",
    "11/10/2016 00:00, , , 2016-10-10T21:00:00Z, 2016-10-11T21:00:00Z, DAY",
    // hour 24 is the next day's midnight, and is known
    "11/10/2016, 24:00, , 2016-10-11T21:00:00Z, 2016-10-11T21:00:00Z, MINUTE",
    "11/10/2016 24:10, , , 2016-10-11T21:10:00Z, 2016-10-11T21:10:00Z, MINUTE",
    // past midnight
    "11/10/2016, 23:50, 0:20, 2016-10-11T20:50:00Z, 2016-10-11T21:20:00Z, MINUTE",
    "11/10/2016, 9:50, 10:20, 2016-10-11T06:50:00Z, 2016-10-11T07:20:00Z, MINUTE",
    // the 24th minute is no hour 24
    "2016-10-11T14:24:30+00:00, , , 2016-10-11T14:24:30Z, 2016-10-11T14:24:30Z, SECOND",
    "11/10/2016, 14:24, 15:24, 2016-10-11T11:24:00Z, 2016-10-11T12:24:00Z, MINUTE",
    // digits of another script, direction marks, halves of the day, an hour alone
    "١١/١٠/٢٠١٦, ١٤:٠٥, , 2016-10-11T11:05:00Z, 2016-10-11T11:05:00Z, MINUTE",
    "\u200f11/10/2016, 2:05\u00a0pm, , 2016-10-11T11:05:00Z, 2016-10-11T11:05:00Z, MINUTE",
    "11/10/2016, 2:05 P.M., , 2016-10-11T11:05:00Z, 2016-10-11T11:05:00Z, MINUTE",
    "11/10/2016, ٢:٠٥ م, , 2016-10-11T11:05:00Z, 2016-10-11T11:05:00Z, MINUTE",
    "11/10/2016, 2pm, , 2016-10-11T11:00:00Z, 2016-10-11T11:00:00Z, HOUR",
    "11/10/2016, 14:05:07.250, , 2016-10-11T11:05:07Z, 2016-10-11T11:05:07Z, SECOND",
    // offsets in other forms
    "2016-10-11T14:05:30.123+00, , , 2016-10-11T14:05:30Z, 2016-10-11T14:05:30Z, SECOND",
    "2016-10-11T14:05:30+0000, , , 2016-10-11T14:05:30Z, 2016-10-11T14:05:30Z, SECOND",
    // a zone of its own
    "2016-10-11T14:05:30+00:00, , , 2016-10-11T14:05:30Z, 2016-10-11T14:05:30Z, SECOND",
  })
  void shouldReadTimes(
      String day,
      @Nullable String from,
      @Nullable String to,
      Instant begin,
      Instant end,
      TimePrecision precision)
      throws IOException {
    // When
    var report = single("1,aleppo,%s,%s,%s,,,,,,jet,,".formatted(day, orEmpty(from), orEmpty(to)));
    // Then
    assertThat(report.getOccurredFrom()).isEqualTo(begin);
    assertThat(report.getOccurredUntil()).isEqualTo(end);
    assertThat(report.getTimePrecision()).isEqualTo(precision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,aleppo,31/02/2016,,,,,,,,,, | occurredFrom | 31/02/2016",
        "1,aleppo,soon,,,,,,,,,, | occurredFrom | soon",
        "1,aleppo,11/10/2016,25:00,,,,,,,,, | occurredFrom.time | 25:00",
        "1,aleppo,01/01/1970,,,,,,,,,, | occurredFrom | 01/01/1970",
        "1,aleppo,11/10/2068,,,,,,,,,, | occurredFrom | 11/10/2068",
        "1,aleppo,11/10/0016,,,,,,,,,, | occurredFrom | 11/10/0016",
        "1,aleppo,11/10/2016,,,,,,,,rocket,, | delivery | rocket",
        ",aleppo,11/10/2016,,,,,,,,,, | localId | absent",
      })
  void shouldRefuseWithFieldAndValue(String row, String field, String value) throws IOException {
    assertThat(ImportFiles.refused(read(row)))
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.line()).isEqualTo(2);
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.value()).isEqualTo(value);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,aleppo,11/10/2016,25:00,,,,,,,,, | occurredFrom.time, column from: 25:00 (expected: a",
        "1,aleppo,11/10/1438,14:05,,,,,,,,, |"
            + " occurredFrom, columns day, from: 11/10/1438 14:05 (expected: 1990 or later:",
        "1,aleppo,11/10/2016,,,,,,,,rocket,, | delivery, column by: rocket (expected: one of",
        ",aleppo,11/10/2016,,,,,,,,,, | localId, column no: absent (expected: text of 1 to",
        "1,aleppo,25/03/2016,00:30,,,,,,,,, | occurredFrom.time, column from: 00:30 (expected: a"
            + " time that the clocks of Asia/Damascus showed: on 2016-03-25 they went forward from"
            + " 00:00 to 01:00)",
        "1,aleppo,24/03/2016,23:00,00:30,,,,,,,, | occurredUntil.time, column to: 00:30 (expected:"
            + " a time that the clocks of Asia/Damascus showed: on 2016-03-25",
        "1,aleppo,25/03/2016 00:30,,,,,,,,,, | occurredFrom, column day: 25/03/2016 00:30"
            + " (expected: a time that the clocks of Asia/Damascus showed",
      })
  void shouldNameTheColumnsAndTheTextOfTheFile(String row, String reason) throws IOException {
    assertThat(ImportFiles.refused(read(row)))
        .singleElement()
        .satisfies(refused -> assertThat(refused.reason()).startsWith(reason));
  }

  @Test
  void shouldNameTheColumnOfWhatIsLeftOut() throws IOException {
    var read = (ImportedLine.Report) read("1,aleppo,11/10/2016,,,,,dozens,,,,,").get(0);
    assertThat(read.leftOutText()).startsWith("killed, column dead: dozens (expected: 12, 10+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,aleppo,11/10/2016,,,91,36,,,,,, | lat | 91 | POINT_UNREADABLE",
        "1,aleppo,11/10/2016,,,36,181,,,,,, | lon | 181 | POINT_UNREADABLE",
        "1,aleppo,11/10/2016,,,36f,37,,,,,, | lat | 36f | POINT_UNREADABLE",
        "1,aleppo,11/10/2016,,,NaN,NaN,,,,,, | lat | NaN | POINT_UNREADABLE",
        "1,aleppo,11/10/2016,,,36.1 37.2 390 4.8,,,,,,, | lat | 36.1 37.2 390 4.8 |"
            + " POINT_UNREADABLE",
        "1,aleppo,11/10/2016,,,36.1,,,,,,, | lon | absent | POINT_UNREADABLE",
        "1,aleppo,11/10/2016,,,,,dozens,,,,, | killed | dozens | KILLED_UNREADABLE",
        "1,aleppo,11/10/2016,,,,,,-1,,,, | impacts.low | -1 | IMPACTS_UNREADABLE",
        "1,aleppo,11/10/2016,,,,,,,,,disco, | targets | disco | TARGETS_UNREADABLE",
      })
  void shouldKeepTheStrikeWithoutWhatCannotBeRead(
      String row, String field, String value, String mark) throws IOException {
    // When
    var read = (ImportedLine.Report) read(row).get(0);
    // Then
    assertThat(read.report().getMarks()).containsExactly(mark);
    assertThat(read.report().getKilled()).isNull();
    assertThat(read.report().getImpacts()).isNull();
    assertThat(read.report().getLat()).isNull();
    assertThat(read.leftOut().get(0).field()).isEqualTo(field);
    assertThat(read.leftOut().get(0).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "36.18 | 37.165 | 36.18 | 37.165",
        "\u200e٣٦٫١٨ | ٣٧٫١٦٥ | 36.18 | 37.165",
        "36.18° | 37.165 ° | 36.18 | 37.165",
        "N36.18 | E37.165 | 36.18 | 37.165",
        "33.5S | 70.25w | -33.5 | -70.25",
        "\u221233.5 | -70.25 | -33.5 | -70.25",
        "36°30'36\"\"N | 37°15'E | 36.51 | 37.25",
      })
  void shouldReadCoordinatesAsPeopleWriteThem(String north, String east, double lat, double lon)
      throws IOException {
    // When
    var report = single("1,aleppo,11/10/2016,,,\"%s\",\"%s\",,,,,,".formatted(north, east));
    // Then
    assertThat(report.getLat()).isEqualTo(lat);
    assertThat(report.getLon()).isEqualTo(lon);
    assertThat(report.getMarks()).isEmpty();
  }

  @Test
  void shouldRefuseAnEndBeforeItsStart() throws IOException {
    // Given: dates of their own, so that nothing is guessed
    var mapping =
        CsvMapping.parse(
            """
            zone: UTC
            constants: {source.id: s}
            columns: {no: localId, a: occurredFrom, b: occurredUntil}
            """);
    var file = write("no,a,b\n1,2016-10-12,2016-10-11\n2,2016-10-12,2016-10-10\n");
    // When
    var rows = ImportFiles.read(Imports.Format.CSV, Include.ALL, mapping, file);
    // Then: the first ends with the 11th, which is when the 12th begins
    assertThat(ImportFiles.summary(rows)).isEqualTo(new ImportSummary(2, 1, 0, 1, 0));
    assertThat(ImportFiles.refused(rows).get(0).field()).isEqualTo("occurredUntil");
  }

  @Test
  void shouldNameAllFaultsOfARow() throws IOException {
    assertThat(ImportFiles.refused(read("1,aleppo,11/10/1016,,,95,36,many,,,rocket,,")))
        .singleElement()
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .extracting(error -> error.field())
                    .containsExactlyInAnyOrder("occurredFrom", "delivery"));
  }

  @Test
  void shouldTellOneCodeUsedTwiceFromTwoIncidents() throws IOException {
    var row = "1,aleppo,11/10/2016,,,,,,,,,,\n";
    assertThat(ImportFiles.summary(read(row + row))).isEqualTo(new ImportSummary(2, 1, 0, 0, 1));
  }

  @Test
  void shouldComposeWhatNoColumnSaysAlone() throws IOException {
    // Given a table without ids, in which two rows differ in the place alone
    var mapping =
        CsvMapping.parse(
            """
            zone: UTC
            constants: {source.id: s}
            composed:
              localId: "{town}/{quarter}/{at}"
              neighbourhood: "{quarter} {street}"
            columns: {town: area, at: occurredFrom}
            values: {localId: {"b//2016-10-12": first of b}}
            """);
    var file =
        write(
            """
            town,quarter,street,at
            A,Old $1 Town,2nd,2016-10-12
            B,,,2016-10-12
            """);
    // When
    var rows = ImportFiles.read(Imports.Format.CSV, Include.ALL, mapping, file);
    // Then
    assertThat(ImportFiles.reports(rows))
        .extracting(StrikeReport::getReportId, StrikeReport::getNeighbourhood)
        .containsExactly(
            tuple("s:A/Old $1 Town/2016-10-12", "old-1-town-2nd"), tuple("s:first of b", null));
  }

  @Test
  void shouldRefuseAComposedFieldWithoutAColumnOrGivenTwice() {
    assertThatThrownBy(
            () ->
                CsvMapping.parse(
                    """
                    zone: UTC
                    constants: {source.id: s}
                    composed: {localId: "{no}", note: fixed, killed: "{a}", casualties: "{b}"}
                    columns: {no: localId, a: occurredFrom, b: killed.low}
                    """))
        .isInstanceOfSatisfying(
            ImportException.class,
            fault ->
                assertThat(fault.faults())
                    .containsExactlyInAnyOrder(
                        "line 3: localId: given twice (expected: one column, one constant or one"
                            + " composed text)",
                        "line 3: note: fixed (expected: a text with a column in braces, such as"
                            + " {town})",
                        "line 4: killed.low: given besides killed (expected: one or the other)",
                        "line 3: columns: casualties (expected: one of " + CsvField.names() + ")"));
  }

  @Test
  void shouldNameTheColumnsOfAComposedFieldThatTheFileLacks() {
    var mapping =
        """
        zone: UTC
        constants: {source.id: s}
        composed: {localId: "{day}/{number}"}
        columns: {day: occurredFrom}
        """;
    assertThatThrownBy(
            () ->
                ImportFiles.read(
                    Imports.Format.CSV,
                    Include.ALL,
                    CsvMapping.parse(mapping),
                    write("day\n2016-10-12\n")))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("number: no such column");
  }

  @Test
  void shouldNameAllFaultsOfAMapping() {
    assertThatThrownBy(
            () ->
                CsvMapping.parse(
                    """
                    zone: Damascus
                    date-formats: ["bb/MM"]
                    unknown-time: ["00:00"]
                    columns: {a: killed, b: killed.low, c: casualties, d: impacts, e: impacts}
                    values: {weapon: {x: y}}
                    """))
        .isInstanceOfSatisfying(
            ImportException.class,
            fault ->
                assertThat(String.join("\n", fault.faults()))
                    .contains(
                        "zone: Damascus (expected: an IANA",
                        "date-formats: bb/MM",
                        "unknown-time: unknown",
                        "killed.low: given besides killed",
                        "columns: casualties",
                        "impacts: given twice",
                        "values: weapon",
                        "source.id: absent",
                        "localId: absent",
                        "occurredFrom: absent"));
  }

  @Test
  void shouldNameTheColumnsThatTheFileLacks() {
    assertThatThrownBy(
            () ->
                ImportFiles.read(
                    Imports.Format.CSV,
                    Include.ALL,
                    CsvMapping.parse(MAPPING),
                    write("no,town\n1,aleppo\n")))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("day: no such column")
        .hasMessageContaining("bombs min: no such column");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private StrikeReport single(String row) throws IOException {
    var rows = read(row);
    assertThat(rows.get(0)).isInstanceOf(ImportedLine.Report.class);
    return ImportFiles.reports(rows).get(0);
  }

  private List<ImportedLine> read(String rows) throws IOException {
    return ImportFiles.read(
        Imports.Format.CSV, Include.ALL, CsvMapping.parse(MAPPING), write(HEADER + rows));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }
}
