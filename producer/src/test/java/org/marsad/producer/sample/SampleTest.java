package org.marsad.producer.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.producer.areas.Circle;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.PlaceQuery;

class SampleTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/marsad/producer/sample");
  private static final Path FACTS = FOLDER.resolve("autumn-2016.jsonl");
  private static final Path EXERCISE = FOLDER.resolve("exercise.jsonl");

  private final Gazetteer gazetteer = Gazetteer.bundled();

  @Test
  void shouldBeWhatTheRecordedEventsSay() throws IOException {
    // Given
    var lines = SampleFacts.lines();
    if (Boolean.getBoolean("marsad.regenerate")) {
      Files.write(FACTS, lines);
    }
    // When
    var bundled = Files.readAllLines(FACTS);
    // Then
    assertThat(bundled).isEqualTo(lines);
  }

  @Test
  void shouldHoldTheDeadliestDayOfAleppo() throws IOException {
    var day = on(reports(FACTS), "2016-10-11", "aleppo");
    assertThat(day).hasSize(4);
    assertThat(sum(day, "low")).isEqualTo(59);
    assertThat(sum(day, "best")).isEqualTo(59);
    assertThat(sum(day, "high")).isEqualTo(74);
    assertThat(on(reports(FACTS), "2016-09-15", "aleppo")).isNotEmpty();
  }

  @Test
  void shouldStateFactsOnlyAndNameEveryArea() throws IOException {
    assertThat(reports(FACTS))
        .hasSize(189)
        .allSatisfy(
            report -> {
              assertThat(gazetteer.area(report.path("area").asText())).isPresent();
              assertThat(report.path("reality").asText()).isEqualTo("ACTUAL");
              assertThat(report.path("deliveryBasis").asText()).isEqualTo("INFERRED");
              assertThat(report.has("note")).isFalse();
            });
    assertThat(reports(FACTS)).anyMatch(report -> report.has("targets"));
  }

  @Test
  void shouldMarkEveryLineOfTheExerciseAsExercise() throws IOException {
    assertThat(reports(EXERCISE))
        .hasSizeBetween(6, 8)
        .allSatisfy(
            report -> {
              assertThat(report.path("reality").asText()).isEqualTo("EXERCISE");
              assertThat(report.path("note").asText()).startsWith("EXERCISE");
            });
  }

  @Test
  void shouldTellTheStoryOfTheExercise() throws IOException {
    // Given
    var script = reports(EXERCISE);
    // Then: two witnesses of one strike, a second strike on the rescuers of the first, just across
    // the boundary of the quarter, a factory, a mistake taken back
    assertThat(script.stream().map(this::neighbourhood).toList())
        .containsExactly(
            "aleppo/al-fardous",
            "aleppo/al-fardous",
            "aleppo/bab-al-maqam",
            "aleppo/bab-al-maqam",
            "aleppo/ad-ramouseh-industrial-district-ii",
            "aleppo/bustan-al-qaser",
            "aleppo/bustan-al-qaser");
    assertThat(metresBetween(script.get(0), script.get(1))).isBetween(150.0, 250.0);
    assertThat(minutesBetween(script.get(0), script.get(1))).isEqualTo(1);
    assertThat(metresBetween(script.get(0), script.get(2))).isBetween(330.0, 350.0);
    assertThat(minutesBetween(script.get(1), script.get(2))).isEqualTo(16);
    assertThat(metresBetween(script.get(2), script.get(3))).isLessThan(100);
    assertThat(landUse("aleppo/al-fardous")).isEqualTo(LandUse.RESIDENTIAL);
    assertThat(landUse("aleppo/bab-al-maqam")).isEqualTo(LandUse.RESIDENTIAL);
    assertThat(landUse("aleppo/ad-ramouseh-industrial-district-ii")).isEqualTo(LandUse.INDUSTRIAL);
    assertThat(script.get(6).path("status").asText()).isEqualTo("RETRACTED");
    assertThat(script.get(6).path("localId")).isEqualTo(script.get(5).path("localId"));
    assertThat(script.get(6).path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void shouldMakeOneWaveOfTheExercise() throws IOException {
    var script = reports(EXERCISE);
    for (var i = 1; i < script.size(); i++) {
      assertThat(minutesBetween(script.get(i - 1), script.get(i))).isBetween(0L, 30L);
    }
  }

  @Test
  void shouldHaveFictionalHospitalsNearTheExercise() throws IOException {
    // Given
    var strike = reports(EXERCISE).get(0);
    var hospitals =
        gazetteer.area("aleppo").orElseThrow().getSites().stream()
            .filter(site -> site.getKind() == SiteKind.HOSPITAL)
            .toList();
    // Then
    assertThat(hospitals)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            site -> {
              assertThat(site.getFictional()).isTrue();
              assertThat(site.getNames()).anyMatch(name -> name.getName().contains("fictional"));
            });
    assertThat(hospitals.stream().filter(site -> metresBetween(strike, site) < 4_000)).hasSize(2);
  }

  private static double metresBetween(JsonNode report, Site site) {
    return new Circle(report.path("lat").asDouble(), report.path("lon").asDouble(), 0)
        .distanceTo(site.getLat(), site.getLon());
  }

  private String neighbourhood(JsonNode report) {
    var query =
        new PlaceQuery(
            report.path("area").asText(),
            null,
            report.path("placeText").asText(),
            null,
            null,
            report.path("lat").asDouble(),
            report.path("lon").asDouble(),
            report.path("radiusMetres").asDouble());
    var place = gazetteer.resolve(query);
    assertThat(place.pointDoubt()).isNull();
    return String.valueOf(place.neighbourhood());
  }

  private LandUse landUse(String code) {
    return gazetteer.area("aleppo").orElseThrow().getNeighbourhoods().stream()
        .filter(part -> part.getCode().equals(code))
        .map(Neighbourhood::getLandUse)
        .findFirst()
        .orElseThrow();
  }

  private static double metresBetween(JsonNode one, JsonNode other) {
    return new Circle(one.path("lat").asDouble(), one.path("lon").asDouble(), 0)
        .distanceTo(other.path("lat").asDouble(), other.path("lon").asDouble());
  }

  private static long minutesBetween(JsonNode one, JsonNode other) {
    return Duration.between(start(one), start(other)).toMinutes();
  }

  private static OffsetDateTime start(JsonNode report) {
    return OffsetDateTime.parse(report.path("occurredFrom").asText());
  }

  private static List<JsonNode> on(List<JsonNode> reports, String day, String area) {
    return reports.stream()
        .filter(report -> report.path("occurredFrom").asText().equals(day))
        .filter(report -> report.path("area").asText().equals(area))
        .toList();
  }

  private static int sum(List<JsonNode> reports, String bound) {
    return reports.stream().mapToInt(report -> report.path("killed").path(bound).asInt()).sum();
  }

  private static List<JsonNode> reports(Path file) throws IOException {
    var reports = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        reports.add(new ObjectMapper().readTree(line));
      }
    }
    return reports;
  }
}
