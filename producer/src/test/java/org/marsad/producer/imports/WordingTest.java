package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.DeliveryMeans;

final class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "50 airstrikes target Aleppo, AIRCRAFT",
    "Intensive air strikes targeting the city, AIRCRAFT",
    "Aerial bombardment kills 25 in Aleppo, AIRCRAFT",
    "committed by warplane in a camp, AIRCRAFT",
    "16 raids target the city, AIRCRAFT",
    "air and missile strikes target Deir Ezzor, AIRCRAFT",
    "Regime’s Helicopters bomb Al-Lataminah, HELICOPTER",
    "22 explosive barrels targeted Khan al-Shekh, HELICOPTER",
    "16 barrel bombs target Khan al-Shih, HELICOPTER",
    "helicopters and warplanes raid the countryside, HELICOPTER",
    "A drone targets a military commander, DRONE",
    "Bombardment on Aleppo city kills 7 civilians, UNKNOWN",
    "War Crimes in Month of Bombing Aleppo, UNKNOWN",
  })
  void shouldTellAnAttackFromTheAirByItsWords(String headline, DeliveryMeans delivery) {
    assertThat(Wording.of(headline).orElseThrow().delivery()).isEqualTo(delivery);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Clashes around Der-Ezzor military airport",
        "IS shots down a warplane around Der-Ezzor military airport",
        "A person killed by a sniper",
        "13 casualties in shelling by the regime forces",
        "Car bombing kills two",
        "Missile attack on the city of Douma",
      })
  void shouldNotTakeOtherViolenceForIt(String headline) {
    assertThat(Wording.of(headline)).isEmpty();
  }

  @Test
  void shouldSayResidentialOnlyWhereTheSameHeadlineDoes() {
    assertThat(Wording.of("airstrikes at the eastern neighborhoods of Aleppo").orElseThrow())
        .isEqualTo(new Wording(DeliveryMeans.AIRCRAFT, true));
    assertThat(Wording.of("Shells target neighborhoods;Airstrikes on Homs desert").orElseThrow())
        .isEqualTo(new Wording(DeliveryMeans.AIRCRAFT, false));
  }
}
