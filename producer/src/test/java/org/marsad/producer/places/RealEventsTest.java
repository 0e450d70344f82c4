package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.AreaKind;
import org.marsad.message.PlaceBasis;

/** The places of the recorded events, as their own names and points say them. */
class RealEventsTest {
  @Test
  void shouldResolveMostFinelyPlacedEventsToATown() throws IOException {
    assertThat(shareOfTowns(Gazetteer.bundled())).isGreaterThan(0.85);
  }

  @Test
  void shouldResolveMostFinelyPlacedEventsWithTownsThatOtherSourcesNamed() throws IOException {
    var withoutEvents = Gazetteer.of(SyriaAreas.buildWithoutEvents());
    assertThat(shareOfTowns(withoutEvents)).isGreaterThan(0.45);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(doubles = {1_000, 5_000, 25_000})
  void shouldTakeEveryEventOfAleppoTownForTheTownAndNoOther(@Nullable Double radiusMetres)
      throws IOException {
    // Given
    var gazetteer = Gazetteer.bundled();
    // When
    var inAleppo =
        SharedData.events().stream()
            .filter(event -> resolve(gazetteer, event, radiusMetres).area().equals("aleppo"))
            .toList();
    // Then
    assertThat(inAleppo)
        .hasSize(119)
        .allMatch(event -> event.get("where_coordinates").equals("Aleppo town"))
        .allMatch(event -> resolve(gazetteer, event, radiusMetres).neighbourhood() == null);
  }

  @Test
  void shouldFallToTheGovernorateWhenTheEventIsPlacedNoFiner() throws IOException {
    // Given
    var gazetteer = Gazetteer.bundled();
    for (var event : SharedData.events()) {
      if (Integer.parseInt(event.get("where_prec")) >= 3 && !event.get("adm_1").isBlank()) {
        // When
        var place = gazetteer.resolve(Events.query(event));
        // Then
        assertThat(gazetteer.area(place.area()).orElseThrow().getKind())
            .as(event.get("where_coordinates"))
            .isEqualTo(AreaKind.GOVERNORATE);
      }
    }
  }

  @Test
  void shouldNotPlaceAnEventThatIsOnlyKnownToLieInTheCountry() throws IOException {
    var gazetteer = Gazetteer.bundled();
    assertThat(SharedData.events())
        .filteredOn(event -> event.get("where_prec").equals("6"))
        .hasSize(10)
        .allMatch(event -> gazetteer.resolve(Events.query(event)).area().equals("unplaced"));
  }

  private static ResolvedPlace resolve(
      Gazetteer gazetteer, CSVRecord event, @Nullable Double radiusMetres) {
    var ask = new Ask(Events.query(event)).at(Events.lat(event), Events.lon(event), radiusMetres);
    return gazetteer.resolve(ask.query());
  }

  private static double shareOfTowns(Gazetteer gazetteer) throws IOException {
    var fine =
        SharedData.events().stream()
            .filter(event -> Integer.parseInt(event.get("where_prec")) <= 2)
            .toList();
    var resolved = fine.stream().filter(event -> isTown(gazetteer, event)).toList();
    return (double) resolved.size() / fine.size();
  }

  private static boolean isTown(Gazetteer gazetteer, CSVRecord event) {
    var place = gazetteer.resolve(Events.query(event));
    return gazetteer.area(place.area()).orElseThrow().getKind() == AreaKind.TOWN
        && List.of(PlaceBasis.NAME, PlaceBasis.POINT).contains(place.basis());
  }
}
