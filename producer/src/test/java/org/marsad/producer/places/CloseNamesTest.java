package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloseNamesTest {
  private final Gazetteer gazetteer = Gazetteer.bundled();

  @Test
  void shouldNameTheAreasThatAMistypedNameComesNearTo() {
    assertThat(CloseNames.ofAreas("Alepo", gazetteer.areas())).startsWith("aleppo");
    assertThat(CloseNames.ofAreas("idleb", gazetteer.areas())).startsWith("idlib");
    assertThat(CloseNames.ofAreas("ادلبب", gazetteer.areas())).startsWith("idlib");
  }

  @Test
  void shouldNameTheNeighbourhoodsOfTheAreaByTheCodesThatCommandsTake() {
    var aleppo = gazetteer.area("aleppo").orElseThrow();
    assertThat(CloseNames.ofNeighbourhoods("Fardousse", aleppo)).startsWith("al-fardous");
  }

  @Test
  void shouldNameAtMostThreeAndNoneThatIsFar() {
    assertThat(CloseNames.ofAreas("Reykjavik", gazetteer.areas())).isEmpty();
    assertThat(CloseNames.ofAreas("Tall", gazetteer.areas())).hasSizeLessThanOrEqualTo(3);
  }
}
