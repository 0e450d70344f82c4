package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryBasis;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Marks;

final class UcdpGedTest {
  private static final Path REAL =
      Path.of("../../shared/data/ucdp-ged-syria/syria_2016-09-15_2016-10-31.csv");
  private static final String HEADER =
      "id,date_start,date_end,date_prec,where_coordinates,where_prec,adm_1,latitude,longitude,low,"
          + "best,high,source_headline\n";
  private static final String ROW =
      "%s,2016-10-11,2016-10-11,%s,Aleppo town,%s,Aleppo Governorate,36.2,37.16,39,39,54,%s\n";

  @TempDir Path folder;

  @Test
  void shouldAccountForEveryRowOfTheRealFile() throws IOException {
    var air = ImportFiles.summary(readReal(Include.AIR));
    assertThat(air).isEqualTo(new ImportSummary(749, 371, 378, 0, 0));
    var all = ImportFiles.summary(readReal(Include.ALL));
    assertThat(all).isEqualTo(new ImportSummary(749, 749, 0, 0, 0));
  }

  @Test
  void shouldFindTheHeaviestDayOfAleppoInTheRealFile() throws IOException {
    // When: 11 October 2016, one day each
    var killed =
        ImportFiles.reports(readReal(Include.AIR)).stream()
            .filter(report -> report.getArea().equals("aleppo"))
            .filter(report -> "Aleppo town".equals(report.getPlaceText()))
            .filter(report -> report.getTimePrecision() == TimePrecision.DAY)
            .filter(report -> report.getOccurredFrom().equals(at("2016-10-10T21:00:00Z")))
            .mapToInt(report -> Objects.requireNonNull(report.getKilled()).getBest())
            .sum();
    // Then
    assertThat(killed).isEqualTo(59);
  }

  @Test
  void shouldReadARealRowAsItIs() throws IOException {
    // When
    var report = real("230369");
    // Then
    assertThat(report.getSource().getKind()).isEqualTo(SourceKind.IMPORT);
    assertThat(report.getSource().getLineage()).isEqualTo("ucdp-ged");
    assertThat(report.getOccurredFrom()).isEqualTo("2016-10-10T21:00:00Z");
    assertThat(report.getOccurredUntil()).isEqualTo("2016-10-11T21:00:00Z");
    assertThat(report.getReceivedAt()).isEqualTo(report.getOccurredUntil());
    assertThat(report.getReportedAt()).isNull();
    assertThat(report.getTimePrecision()).isEqualTo(TimePrecision.DAY);
    assertThat(report.getPlaceText()).isEqualTo("Aleppo town");
    assertThat(report.getLat()).isEqualTo(36.201241);
    assertThat(report.getRadiusMetres()).isEqualTo(1000);
    assertThat(report.getKilled()).isEqualTo(new CountRange(39, 39, 54));
    assertThat(report.getImpacts()).isNull();
    assertThat(report.getDelivery()).isEqualTo(DeliveryMeans.AIRCRAFT);
    assertThat(report.getDeliveryBasis()).isEqualTo(DeliveryBasis.INFERRED);
    assertThat(report.getTargets()).containsExactly(Target.RESIDENTIAL);
  }

  @Test
  void shouldKeepWhatIsOddInTheRealFile() throws IOException {
    // best below low stays as said
    assertThat(real("309137").getKilled()).isEqualTo(new CountRange(5, 4, 5));
    // several days, the last one included
    var days = real("230426");
    assertThat(days.getTimePrecision()).isEqualTo(TimePrecision.WEEK);
    assertThat(days.getOccurredUntil()).isEqualTo("2016-10-13T21:00:00Z");
    // until after the change of the clocks on 28 October
    assertThat(real("233688").getOccurredUntil()).isEqualTo("2016-11-04T22:00:00Z");
    // two spaces in a name
    assertThat(ImportFiles.reports(readReal(Include.ALL)))
        .extracting(StrikeReport::getPlaceText)
        .contains("Tallbisah  town");
  }

  @Test
  void shouldLeaveOutTheCountrysCentroid() throws IOException {
    var unplaced =
        ImportFiles.reports(readReal(Include.ALL)).stream()
            .filter(report -> "Syria".equals(report.getPlaceText()))
            .toList();
    assertThat(unplaced)
        .hasSize(10)
        .allSatisfy(
            report -> {
              assertThat(report.getLat()).isNull();
              assertThat(report.getArea()).isEqualTo("unplaced");
            });
  }

  @Test
  void shouldGiveTheTownButNeverANeighbourhoodForATownsPoint() throws IOException {
    var report = single(ROW.formatted("1", "1", "1", "Airstrikes on Aleppo"), Include.AIR);
    assertThat(report.getArea()).isEqualTo("aleppo");
    assertThat(report.getNeighbourhood()).isNull();
    assertThat(report.getPlaceBasis()).isEqualTo(PlaceBasis.NAME);
    assertThat(report.getLat()).isEqualTo(36.2);
  }

  @Test
  void shouldGiveTheGovernorateForAVaguePlace() throws IOException {
    var fuzzy = single(ROW.formatted("1", "1", "5", "Airstrikes"), Include.AIR);
    assertThat(fuzzy.getArea()).isEqualTo("aleppo-governorate");
    assertThat(fuzzy.getPlaceBasis()).isEqualTo(PlaceBasis.PARENT);
    assertThat(fuzzy.getRadiusMetres()).isEqualTo(50_000);
    var governorate = single(ROW.formatted("2", "1", "4", "Airstrikes"), Include.AIR);
    assertThat(governorate.getArea()).isEqualTo("aleppo-governorate");
    assertThat(governorate.getLat()).isNull();
  }

  @Test
  void shouldIncludeOtherViolenceOnlyWhenAskedTo() throws IOException {
    var row = ROW.formatted("1", "1", "1", "Clashes near the military airport");
    assertThat(read(row, Include.AIR))
        .containsExactly(new ImportedLine.Skipped(2, "headline has no word of an air attack"));
    assertThat(single(row, Include.ALL).getDelivery()).isEqualTo(DeliveryMeans.UNKNOWN);
  }

  @Test
  void shouldRefuseABadRowWithItsNumberAndGoOn() throws IOException {
    // Given: the first row holds a line break, so the second stands in line 4
    var rows =
        ROW.formatted("1", "1", "1", "\"Airstrikes\non Aleppo\"")
            + ROW.formatted("2", "9", "x", "Airstrikes").replace("36.2,", "north,")
            + "3,too,short\n"
            + ROW.formatted("4", "6", "1", "Airstrikes")
            + ROW.formatted("5", "1", "1", "Airstrikes");
    // When
    var read = read(rows, Include.AIR);
    // Then
    assertThat(ImportFiles.summary(read)).isEqualTo(new ImportSummary(5, 2, 0, 3, 0));
    var refused = ImportFiles.refused(read);
    assertThat(refused.get(0).line()).isEqualTo(4);
    assertThat(refused.get(0).reason()).contains("date_prec: 9", "where_prec: x");
    assertThat(refused.get(1).reason())
        .isEqualTo("row: 3 values (expected: 13, as many as the header)");
    assertThat(refused.get(2).reason())
        .isEqualTo("date_prec: 6 (expected: one of [1, 2, 3, 4, 5])");
    assertThat(refused.get(2).line()).isEqualTo(6);
  }

  @Test
  void shouldReadCodesAndCountsThatWentThroughATableOfFloats() throws IOException {
    // Given
    var row = ROW.formatted("1.0", "1.0", "2.0", "Airstrikes").replace("39,39,54", "39.0,NaN,54.0");
    // When
    var report = single(row, Include.AIR);
    // Then
    assertThat(report.getReportId()).isEqualTo("ucdp-ged:1");
    assertThat(report.getTimePrecision()).isEqualTo(TimePrecision.DAY);
    assertThat(report.getRadiusMetres()).isEqualTo(5000);
    assertThat(report.getKilled()).isEqualTo(new CountRange(39, 39, 54));
  }

  @Test
  void shouldTakeNaNForNotReportedAndKeepARowWithABadPointOrCount() throws IOException {
    // Given
    var rows =
        ROW.formatted("1", "1", "1", "Airstrikes").replace("39,39,54", "NaN,NaN,NaN")
            + ROW.formatted("2", "1", "1", "Airstrikes").replace("36.2,", "north,")
            + ROW.formatted("3", "1", "1", "Airstrikes").replace("39,39,54", "39,many,54");
    // When
    var reports = ImportFiles.reports(read(rows, Include.AIR));
    // Then
    assertThat(reports.get(0).getKilled()).isNull();
    assertThat(reports.get(0).getMarks()).isEmpty();
    assertThat(reports.get(1).getLat()).isNull();
    assertThat(reports.get(1).getMarks()).containsExactly(Marks.POINT_UNREADABLE);
    assertThat(reports.get(2).getKilled()).isEqualTo(new CountRange(39, 39, 54));
    assertThat(reports.get(2).getMarks()).containsExactly(Marks.KILLED_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-10-11 00:00:00.000",
        "2016-10-11 00:00:00",
        "2016-10-11T00:00:00Z",
        "2016-10-11 0:00",
        "11/10/2016",
        "11.10.2016",
        "11 Oct 2016",
      })
  void shouldReadDaysAsSpreadsheetsWriteThem(String day) throws IOException {
    // Given: another row of the file tells day and month apart
    var rows =
        ROW.formatted("1", "1", "1", "Airstrikes").replace("2016-10-11", day)
            + ROW.formatted("2", "1", "1", "Airstrikes").replace("2016-10-11", "28/10/2016");
    // When
    var report = single(rows, Include.AIR);
    // Then
    assertThat(report.getOccurredFrom()).isEqualTo("2016-10-10T21:00:00Z");
    assertThat(report.getOccurredUntil()).isEqualTo("2016-10-11T21:00:00Z");
  }

  @Test
  void shouldReadAmericanDaysWhereARowTellsThem() throws IOException {
    var rows =
        ROW.formatted("1", "1", "1", "Airstrikes").replace("2016-10-11", "10/11/2016")
            + ROW.formatted("2", "1", "1", "Airstrikes").replace("2016-10-11", "10/28/2016");
    assertThat(single(rows, Include.AIR).getOccurredFrom()).isEqualTo("2016-10-10T21:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"11/10/2016, 12/10/2016", "13/10/2016, 10/13/2016"})
  void shouldRefuseAFileOnceWhoseDaysNobodyCanTellApart(String one, String other) {
    var rows =
        ROW.formatted("1", "1", "1", "Airstrikes").replace("2016-10-11", one)
            + ROW.formatted("2", "1", "1", "Airstrikes").replace("2016-10-11", other);
    assertThatThrownBy(() -> read(rows, Include.AIR))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("date_start: ")
        .hasMessageContaining(other)
        .hasMessageContaining("yyyy-MM-dd");
  }

  @Test
  void shouldNameAllColumnsThatAreMissing() {
    assertThatThrownBy(
            () -> {
              var file = Files.writeString(folder.resolve("x.csv"), "id,date_start\n");
              ImportFiles.read(Imports.Format.UCDP_GED, Include.AIR, null, file);
            })
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("date_end: no such column in x.csv")
        .hasMessageContaining("source_headline: no such column");
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static StrikeReport real(String id) throws IOException {
    return ImportFiles.reports(readReal(Include.ALL)).stream()
        .filter(report -> report.getReportId().equals("ucdp-ged:" + id))
        .findFirst()
        .orElseThrow();
  }

  private static List<ImportedLine> readReal(Include include) throws IOException {
    assumeTrue(Files.exists(REAL), "skipped: no real data at " + REAL);
    return ImportFiles.read(Imports.Format.UCDP_GED, include, null, REAL);
  }

  private StrikeReport single(String row, Include include) throws IOException {
    return ImportFiles.reports(read(row, include)).get(0);
  }

  private List<ImportedLine> read(String rows, Include include) throws IOException {
    var file = Files.writeString(folder.resolve("ged.csv"), HEADER + rows);
    return ImportFiles.read(Imports.Format.UCDP_GED, include, null, file);
  }
}
