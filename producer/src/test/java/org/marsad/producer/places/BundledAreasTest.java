package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.producer.areas.AreaFiles;
import org.marsad.schemas.MessageJson;

class BundledAreasTest {
  private static final Path BUNDLED =
      Path.of("src/main/resources/org/marsad/producer/places/syria.areas.jsonl");
  private static final List<String> CREDIT =
      List.of(
          "# Areas of Syria, written by Marsad as facts. Sources and licences: CREDITS.txt beside"
              + " this file.");

  @Test
  void shouldBeWhatThePublicDataSay() throws IOException {
    // Given
    var lines = new ArrayList<>(CREDIT);
    SyriaAreas.build().forEach(area -> lines.add(MessageJson.line(area)));
    if (Boolean.getBoolean("marsad.regenerate")) {
      Files.write(BUNDLED, lines);
    }
    // When
    var bundled = Files.readAllLines(BUNDLED);
    // Then
    assertThat(bundled).isEqualTo(lines);
  }

  @Test
  void shouldStaySmallAndShipNoPolygons() throws IOException {
    assertThat(Files.size(BUNDLED)).isLessThan(500_000);
    assertThat(AreaFiles.bundled())
        .flatMap(AreaProfile::getNeighbourhoods)
        .hasSize(133)
        .allMatch(part -> part.getPolygons() == null);
  }

  @Test
  void shouldHoldTownsGovernoratesAndThePlaceOfTheUnplaced() {
    var areas = AreaFiles.bundled();
    assertThat(areas).filteredOn(area -> area.getKind() == AreaKind.GOVERNORATE).hasSize(14);
    assertThat(areas).filteredOn(area -> area.getKind() == AreaKind.UNPLACED).hasSize(1);
    assertThat(areas)
        .extracting(AreaProfile::getCode)
        .contains("aleppo", "homs", "idlib", "damascus", "talbiseh", "rastan", "unplaced");
    var governorates = new HashSet<String>();
    areas.stream()
        .filter(area -> area.getKind() == AreaKind.GOVERNORATE)
        .forEach(area -> governorates.add(area.getCode()));
    assertThat(areas)
        .filteredOn(area -> area.getKind() == AreaKind.TOWN)
        .hasSizeGreaterThanOrEqualTo(289)
        .allMatch(town -> governorates.contains(town.getGovernorate()));
  }

  @Test
  void shouldLabelEveryHospitalAsFictional() {
    var sites = AreaFiles.bundled().stream().flatMap(area -> area.getSites().stream()).toList();
    assertThat(sites).hasSize(3).allMatch(Site::getFictional);
    assertThat(sites)
        .allMatch(
            site -> site.getNames().stream().anyMatch(n -> n.getName().contains("fictional")));
  }

  /** Exercises know no confidential site: a fictional one that is confidential counts nowhere. */
  @Test
  void shouldHoldNoHospitalThatCountsNowhere() {
    assertThat(AreaFiles.bundled()).flatMap(AreaProfile::getSites).noneMatch(Site::getConfidential);
  }

  @Test
  void shouldNameEverythingInEnglishFirst() {
    for (var area : AreaFiles.bundled()) {
      assertThat(area.getNames().get(0).getLanguage()).as(area.getCode()).isEqualTo("en");
      assertThat(area.getNeighbourhoods())
          .allMatch(part -> part.getNames().get(0).getLanguage().equals("en"));
      assertThat(area.getSites())
          .allMatch(site -> site.getNames().get(0).getLanguage().equals("en"));
    }
  }
}
