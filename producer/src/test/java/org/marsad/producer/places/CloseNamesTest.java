package org.marsad.producer.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.schemas.names.CloseNames;

/** Over the places of the gazetteer. */
class CloseNamesTest {
  private final Gazetteer gazetteer = Gazetteer.bundled();

  @Test
  void shouldNameTheAreasThatAMistypedNameComesNearToWithTheirCodes() {
    assertThat(CloseNames.ofAreas("Alepo", gazetteer.areas())).startsWith("Aleppo (aleppo)");
    assertThat(CloseNames.ofAreas("idleb", gazetteer.areas())).startsWith("Idlib (idlib)");
  }

  @Test
  void shouldNameThemInTheLanguageThatWasTyped() {
    assertThat(CloseNames.ofAreas("ادلبب", gazetteer.areas())).startsWith("إدلب (idlib)");
  }

  @Test
  void shouldNameTheNeighbourhoodsOfSomeAreas() {
    var aleppo = gazetteer.area("aleppo").orElseThrow();
    var fardous = "al-Fardous (aleppo/al-fardous)";
    assertThat(CloseNames.ofNeighbourhoods("Fardousse", List.of(aleppo))).startsWith(fardous);
    assertThat(CloseNames.ofNeighbourhoods("Fardousse", gazetteer.areas())).contains(fardous);
    assertThat(CloseNames.ofNeighbourhoods("aleppo/al-fardus", List.of(aleppo)))
        .startsWith(fardous);
  }

  @Test
  void shouldNameAtMostThreeAndNoneThatIsFar() {
    assertThat(CloseNames.ofAreas("Reykjavik", gazetteer.areas())).isEmpty();
    assertThat(CloseNames.ofAreas("Tall", gazetteer.areas())).hasSizeLessThanOrEqualTo(3);
  }
}
