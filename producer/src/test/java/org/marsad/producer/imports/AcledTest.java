package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.producer.TestPlaces;

final class AcledTest {
  private static final String HEADER =
      "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,admin1,location,"
          + "latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n";
  private static final String ROW =
      "%s,12 October 2016,2016,1,Explosions/Remote violence,%s,Aleppo,Aleppo,36.2,37.16,1,"
          + "SNHR,\"On 12 October, warplanes hit homes\",%s,%s\n";

  @TempDir Path folder;

  @Test
  void shouldReadAnEventByTheColumnsOfTheCodebook() throws IOException {
    // When
    var report = reports(ROW.formatted("SYR1", "Air/drone strike", "7", "1476403200")).get(0);
    // Then
    assertThat(report.getReportId()).isEqualTo("acled:SYR1");
    assertThat(report.getOccurredFrom()).isEqualTo("2016-10-11T21:00:00Z");
    assertThat(report.getOccurredUntil()).isEqualTo("2016-10-12T21:00:00Z");
    assertThat(report.getTimePrecision()).isEqualTo(TimePrecision.DAY);
    assertThat(report.getArea()).isEqualTo("aleppo");
    assertThat(report.getNeighbourhood()).isNull();
    assertThat(report.getRadiusMetres()).isEqualTo(1000);
    assertThat(report.getDelivery()).isEqualTo(DeliveryMeans.AIRCRAFT);
    assertThat(report.getKilled()).isEqualTo(new CountRange(7, 7, 7));
  }

  @Test
  void shouldTakeZeroFatalitiesForTheLeast() throws IOException {
    var report = reports(ROW.formatted("SYR1", "Air/drone strike", "0", "1476403200")).get(0);
    assertThat(report.getKilled()).isEqualTo(new CountRange(0, 0, null));
  }

  @Test
  void shouldSkipOtherEventsByTheirKind() throws IOException {
    assertThat(read(ROW.formatted("SYR1", "Armed clash", "0", "1476403200")))
        .containsExactly(new ImportedLine.Skipped(2, "sub_event_type: Armed clash"));
  }

  @Test
  void shouldTakeALaterTimeStampForANewerRevision() throws IOException {
    // When
    var reports =
        reports(
            ROW.formatted("SYR1", "Air/drone strike", "7", "1476403200")
                + ROW.formatted("SYR1", "Air/drone strike", "9", "1476489600"));
    // Then
    assertThat(reports.get(1).getRevision()).isEqualTo(reports.get(0).getRevision() + 24);
    assertThat(reports.get(1).getRevision()).isLessThan(1_000_000);
  }

  @Test
  void shouldTakeBackWhatIsDeletedWhereItsEventCameBefore() throws IOException {
    // When
    var rows =
        read(
            ROW.formatted("SYR1", "Air/drone strike", "7", "1476403200"),
            "event_id_cnty,deleted_timestamp\nSYR1,1476489600\nSYR2,1476489600\n");
    // Then
    assertThat(ImportFiles.reports(rows))
        .extracting(StrikeReport::getReportId, StrikeReport::getStatus, StrikeReport::getArea)
        .containsExactly(
            tuple("acled:SYR1", ReportStatus.REPORTED, "aleppo"),
            tuple("acled:SYR1", ReportStatus.RETRACTED, "aleppo"));
    var taken = ImportFiles.reports(rows);
    assertThat(taken.get(1).getRevision()).isGreaterThan(taken.get(0).getRevision());
    assertThat(taken.get(1).getOccurredFrom()).isEqualTo(taken.get(0).getOccurredFrom());
    assertThat(rows.get(2))
        .isEqualTo(
            new ImportedLine.Skipped(
                3, "deleted, but no file before it in this run has the event"));
  }

  @Test
  void shouldRefuseACodeThatItDoesNotKnow() throws IOException {
    var row = ROW.formatted("SYR1", "Air/drone strike", "7", "1").replace("2016,1,", "2016,4,");
    assertThat(ImportFiles.refused(read(row)).get(0).reason())
        .isEqualTo("time_precision: 4 (expected: one of [1, 2, 3])");
  }

  @Test
  void shouldNameTheColumnsThatAreMissing() {
    assertThatThrownBy(() -> read(write("a.csv", "event_id_cnty,event_date\n")))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("fatalities: no such column in a.csv");
  }

  private List<StrikeReport> reports(String rows) throws IOException {
    return ImportFiles.reports(read(rows));
  }

  private List<ImportedLine> read(String rows) throws IOException {
    return read(write("a.csv", HEADER + rows));
  }

  private List<ImportedLine> read(String rows, String deleted) throws IOException {
    return read(write("a.csv", HEADER + rows), write("b.csv", deleted));
  }

  private static List<ImportedLine> read(Path... files) throws IOException {
    var imports = new Imports(TestPlaces::resolve, Include.AIR, null);
    var read = new ArrayList<ImportedLine>();
    for (var file : files) {
      try (var rows = imports.open(Imports.Format.ACLED, file)) {
        rows.forEach(read::add);
      }
    }
    return read;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
