package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.CountRange;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;

final class ShippedMappingsTest {
  @TempDir Path folder;

  @Test
  void shouldReadATableByItsHxlTagsWhateverItsColumnsAreCalled() throws IOException {
    // When
    var report =
        single(
            Imports.Format.HXL,
            null,
            """
            Incidents (field office),,,,,
            Nr.,Jour,Lieu,Morts,Nord,Est
            #event +code,#date+start+iso,#loc +fr +name,#affected+f+killed,#geo+lat,#geo+lon
            7,2016-10-12,"Fardous, Aleppo",45,36.18,37.165
            """);
    // Then
    assertThat(report.getReportId()).isEqualTo("hxl:7");
    assertThat(report.getNeighbourhood()).isEqualTo("aleppo/al-fardous");
    assertThat(report.getKilled()).isEqualTo(new CountRange(45, 45, 45));
    assertThat(report.getLat()).isEqualTo(36.18);
  }

  @Test
  void shouldNameTheTagsOfWhichOneMustBeThere() {
    assertThatThrownBy(
            () -> single(Imports.Format.HXL, null, "Day,Place\n#date,#loc\n2016-10-12,Aleppo\n"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("#event+id or #event+code or");
  }

  @Test
  void shouldReadAnExportOfKoboToolbox() throws IOException {
    // When
    var report =
        single(
            Imports.Format.CSV,
            CsvMapping.shipped("kobotoolbox"),
            """
            "start";"report/when";"report/place";"report/gps";"report/killed";"report/hit";"_uuid"
            "2026-01-02T14:20:11.123+03:00";"2026-01-02T14:05:00.000+03";"Fardous, Aleppo";"36.18 37.165 390 4.8";"٣";"home mosque";"ab-1"
            """);
    // Then
    assertThat(report.getReportId()).isEqualTo("kobotoolbox:ab-1");
    assertThat(report.getOccurredFrom()).isEqualTo("2026-01-02T11:05:00Z");
    assertThat(report.getRadiusMetres()).isEqualTo(4.8);
    assertThat(report.getKilled()).isEqualTo(new CountRange(3, 3, 3));
    assertThat(report.getTargets()).containsExactly(Target.RESIDENTIAL, Target.PLACE_OF_WORSHIP);
  }

  @Test
  void shouldReadAnExportOfUshahidiAndSkipWhatNobodyApproved() throws IOException {
    // When
    var rows =
        read(
            Imports.Format.CSV,
            CsvMapping.shipped("ushahidi"),
            """
            #,INCIDENT TITLE,INCIDENT DATE,LOCATION,DESCRIPTION,CATEGORY,LATITUDE,LONGITUDE,APPROVED,VERIFIED
            "7","Strike","2016-10-12 14:05:00","Fardous, Aleppo","text","Airstrike, Hospital, ","36.18","37.165","YES","NO"
            "8","Strike","2016-10-12 14:05:00","Fardous, Aleppo","text","Airstrike","36.18","37.165","NO","NO"
            """);
    // Then
    assertThat(ImportFiles.reports(rows)).hasSize(1);
    assertThat(ImportFiles.reports(rows).get(0).getTargets()).containsExactly(Target.HOSPITAL);
    assertThat(rows.get(1)).isEqualTo(new ImportedLine.Skipped(3, "APPROVED: NO (one of skip)"));
  }

  private StrikeReport single(Imports.Format format, @Nullable CsvMapping mapping, String text)
      throws IOException {
    return ImportFiles.reports(read(format, mapping, text)).get(0);
  }

  private List<ImportedLine> read(Imports.Format format, @Nullable CsvMapping mapping, String text)
      throws IOException {
    var file = Files.writeString(folder.resolve("t.csv"), text);
    return ImportFiles.read(format, Include.AIR, mapping, file);
  }
}
