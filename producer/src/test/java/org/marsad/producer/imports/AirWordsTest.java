package org.marsad.producer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.DeliveryMeans;

final class AirWordsTest {
  private final AirWords words = AirWords.shipped();
  @TempDir Path folder;

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
    "Barrel-bomb attack on a hospital, HELICOPTER",
    "Air-strike kills three, AIRCRAFT",
    "MiG bombs market, AIRCRAFT",
    "Su-25 bombs bakery, AIRCRAFT",
    "Guided bomb hits school, AIRCRAFT",
    "Planes pound town, AIRCRAFT",
    "Luftangriffe auf Homs, AIRCRAFT",
    "الغارات الجوية على المدينة, AIRCRAFT",
    "وغارة على السوق, AIRCRAFT",
    "FPV-drone and UAV hit a bus, DRONE",
    "Quadcopter drops a grenade, DRONE",
    "طائرات مسيّرة تستهدف الحي, DRONE",
    "Missile attack on the city of Douma, MISSILE",
    "Warplane shot down; missiles hit a clinic, MISSILE",
    "Cluster munitions dropped on a camp, UNKNOWN",
    "Israel strikes a suburb, UNKNOWN",
    "War Crimes in Month of Bombing Aleppo, UNKNOWN",
  })
  void shouldTellAnAttackFromTheAirByItsWords(String headline, DeliveryMeans delivery) {
    assertThat(words.find(headline).orElseThrow().delivery()).isEqualTo(delivery);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Clashes around Der-Ezzor military airport",
        "IS shots down a warplane around Der-Ezzor military airport",
        "A person killed by a sniper",
        "13 casualties in shelling by the regime forces",
        "Car bombing kills two",
        "Air raid siren drill, clash kills two",
        "Hunger strike in prison",
        "Migrants killed in shooting",
      })
  void shouldNotTakeOtherViolenceForIt(String headline) {
    assertThat(words.find(headline)).isEmpty();
  }

  @Test
  void shouldTellWhyAHeadlineIsNone() {
    assertThat(words.reasonToSkip("Clashes")).isEqualTo("headline has no word of an air attack");
    assertThat(words.reasonToSkip("Jet shot down"))
        .isEqualTo("headline tells of something else, such as a plane shot down");
  }

  @Test
  void shouldReadAListOfOnesOwn() throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("words.yaml"), "drone: [kite bomb*]\n");
    // When
    var own = AirWords.read(file);
    // Then
    assertThat(own.find("Kite-bombs over the town").orElseThrow().delivery())
        .isEqualTo(DeliveryMeans.DRONE);
    assertThat(own.find("Airstrikes")).isEmpty();
  }

  @Test
  void shouldNameAllFaultsOfAList() throws IOException {
    var file = Files.writeString(folder.resolve("words.yaml"), "drones: [uav]\nignored: car\n");
    assertThatThrownBy(() -> AirWords.read(file))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("line 1: drones: unknown key (expected: one of [aircraft,")
        .hasMessageContaining("line 2: ignored: no list (expected: a list)")
        .hasMessageContaining("no words");
  }

  @Test
  void shouldSayResidentialOnlyWhereTheSameHeadlineDoes() {
    assertThat(words.find("airstrikes at the eastern neighborhoods of Aleppo").orElseThrow())
        .isEqualTo(new Wording(DeliveryMeans.AIRCRAFT, true));
    assertThat(words.find("Shells target neighborhoods;Airstrikes on Homs desert").orElseThrow())
        .isEqualTo(new Wording(DeliveryMeans.AIRCRAFT, false));
  }
}
