package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Severity;
import org.marsad.message.SiteKind;

class CardsTest {
  /** Two minutes after the strike of 14:21 was told, by the clocks of Aleppo. */
  private static final Instant NOW = Alerts.at("14:27");

  private static Map<String, JsonNode> cards = Map.of();

  @BeforeAll
  static void draw(@TempDir Path folder) throws IOException, InterruptedException {
    var areas = new AreaDirectory();
    areas.onProfile(
        Examples.aleppo()
            .setSites(List.of(Examples.site("hospital-a", SiteKind.HOSPITAL, false)))
            .build());
    var alerts = new ArrayList<Alert.Builder>();
    alerts.add(gravest());
    alerts.add(Alerts.repeat().setAlertId("uncounted"));
    alerts.add(nearOnly());
    alerts.add(Alerts.strike(Facts.mayBeTwo()).setAlertId("two?"));
    alerts.add(Alerts.strike().setAlertId("nobody hurt").setKilled(zero()).setInjured(zero()));
    alerts.add(Alerts.strike().setAlertId("open").setKilled(new CountRange(10, 10, null)));
    alerts.add(
        Alerts.strike()
            .setAlertId("quiet")
            .setInterrupts(false)
            .setRevision(4)
            .setMessageType(MessageType.UPDATE)
            .setChanges(List.of(Change.SOURCES)));
    alerts.add(
        Alerts.strike()
            .setAlertId("filed late")
            .setInterrupts(false)
            .setExpiresAt(NOW.minusSeconds(60)));
    alerts.add(Alerts.unplaced("near the old market").setDangerUntil(null));
    alerts.add(
        Alerts.day(
            Facts.record()
                .setLongestSilenceDays(7)
                .setRecent(Arrays.asList(3, null, null, 59))
                .build(),
            Facts.strikeRecord().build()));
    alerts.add(
        Alerts.day(
                Facts.record()
                    .setLongestSilenceDays(6)
                    .setAtLeast(true)
                    .setLikelyDays(365)
                    .setSinceWatchingBegan(false)
                    .build())
            .setAlertId("year"));
    alerts.add(
        Alerts.residential()
            .setAlertId("doubted")
            .setMarks(List.of("CLOCK_AHEAD", "POINT_FAR_FROM_PLACE")));
    alerts.add(
        Alerts.unplaced("somewhere")
            .setAlertId("no area")
            .setArea("")
            .setTimeZone("UTC")
            .setDangerUntil(Alerts.at("15:21")));
    alerts.add(Alerts.wave());
    alerts.add(Alerts.surge());
    alerts.add(Alerts.surgeOfADay().setAlertId("surge of a day"));
    alerts.add(Alerts.nowhereToGo());
    alerts.add(Alerts.silentSource());
    for (var reason : CancelReason.values()) {
      alerts.add(
          Alerts.cancel(Alerts.residential(), reason)
              .setAlertId("strike " + reason)
              .setReplacedBy("gravest"));
    }
    alerts.add(
        Alerts.cancel(Alerts.heaviest(), CancelReason.CORRECTED).setAlertId("day corrected"));
    alerts.add(Alerts.cancel(Alerts.wave(), CancelReason.CORRECTED).setAlertId("wave corrected"));
    alerts.add(Alerts.cancel(Alerts.surge(), CancelReason.CORRECTED).setAlertId("surge corrected"));
    alerts.add(Alerts.residential().setAlertId("drill").setReality(Reality.EXERCISE));
    cards = Cards.of(folder, NOW, areas, alerts.stream().map(Alert.Builder::build).toList());
  }

  @Test
  void shouldLeadWithTheGravestFindingAndTheNumberThatMatters() {
    var card = card("gravest");
    assertThat(text(card, "place")).isEqualTo("Fardous الفردوس · Aleppo");
    assertThat(text(card, "main")).isEqualTo("45 killed 40–50");
    assertThat(text(card, "values")).isEqualTo("45 killed 40–50 30 injured 6 impacts");
    assertThat(card.get("chips"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "!second strike · 340 m", "mass casualties", "heaviest in 9 days", "residential");
    assertThat(text(card, "certainty")).isEqualTo("●●● observed · 3 sources");
    assertThat(text(card, "when")).isEqualTo("14:21 6 min ago");
    assertThat(text(card, "spoken")).isEqualTo("Fardous, Aleppo, second strike · 340 m");
  }

  @Test
  void shouldTellWhatIntakeDoubts() {
    assertThat(text(card("doubted"), "details"))
        .contains(
            "Doubts the clock of its source ran ahead; the point lies far from the named place and"
                + " counts as evidence only");
    assertThat(text(card("gravest"), "details")).doesNotContain("Doubts");
  }

  @Test
  void shouldNameTheZoneOfATimeThatIsNoAreas() {
    assertThat(text(card("no area"), "when")).isEqualTo("11:21 UTC 6 min ago");
    assertThat(text(card("no area"), "details"))
        .contains("Danger until Tue, 11 Oct 2016, 12:21 UTC", "Sent Tue, 11 Oct 2016, 11:25 UTC")
        .doesNotContain("UTC (UTC)");
    assertThat(text(card("gravest"), "details")).doesNotContain("UTC");
  }

  @Test
  void shouldCountDownTheDanger() {
    assertThat(text(card("gravest"), "danger")).isEqualTo("danger 0:54:00");
    assertThat(text(card("gravest"), "group")).isEqualTo("danger");
    assertThat(text(card("filed late"), "group")).isEqualTo("danger");
    assertThat(text(card(Alerts.unplaced("").getAlertId()), "danger")).isEmpty();
  }

  @Test
  void shouldMarkWhatInterruptsAndSayWhatChanged() {
    assertThat(text(card("gravest"), "tag")).isEqualTo("interrupting update 3");
    assertThat(card("gravest").get("interrupts").booleanValue()).isTrue();
    assertThat(text(card("gravest"), "changes")).isEqualTo("second strike, more killed");
    assertThat(text(card("quiet"), "tag")).isEqualTo("update 4");
    assertThat(card("quiet").get("interrupts").booleanValue()).isFalse();
    assertThat(text(card("quiet"), "changes")).isEqualTo("sources");
    assertThat(text(card("filed late"), "tag")).isEqualTo("for the record");
    assertThat(text(card("uncounted"), "tag")).isEmpty();
  }

  @Test
  void shouldNotTakeForZeroWhatNobodyCounted() {
    assertThat(text(card("uncounted"), "main"))
        .isEqualTo("? killed and injured nobody has counted yet");
    assertThat(text(card("nobody hurt"), "values")).isEqualTo("0 killed 0 injured 6 impacts");
    assertThat(text(card("open"), "values"))
        .isEqualTo("10+ killed ? injured not counted yet 6 impacts");
  }

  @Test
  void shouldTellWhatIsOnlyPossibleAsMayBe() {
    assertThat(card("near").get("chips"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "!~may be near the strike of 14:05",
            "~may be residential",
            "~school may have been hit · 83 m");
    assertThat(card("two?").get("chips"))
        .extracting(JsonNode::textValue)
        .containsExactly("!~may be two strikes");
    assertThat(text(card("two?"), "details")).contains("state times that lie 16 min apart");
  }

  @Test
  void shouldTellAnAreasRecordUnderTheAreasNameWithItsDays() {
    var card = card("day:aleppo:2016-10-11");
    assertThat(text(card, "place")).isEqualTo("Aleppo حلب · Tue, 11 Oct 2016 · 3 strikes");
    assertThat(text(card, "main")).isEqualTo("59 killed 59–74");
    assertThat(card.get("chips"))
        .extracting(JsonNode::textValue)
        .containsExactly("!heaviest in 26 days");
    assertThat(text(card, "record"))
        .matches(
            "Aleppo: heaviest day in 26 days by people killed · since watching began 15 Sept?"
                + " Nothing was heard for 7 days of them\\.");
    assertThat(card.get("bars").intValue()).isEqualTo(4);
    assertThat(card.get("gaps").intValue()).isEqualTo(2);
    assertThat(text(card, "details"))
        .contains("heaviest strike in 9 days", "certainly 4, likely 9");
  }

  @Test
  void shouldSayOfAClaimThatItGoesBackAYearOrMoreAndNothingOfAShortSilence() {
    assertThat(text(card("year"), "record"))
        .isEqualTo("Aleppo: heaviest day in 365 days or more by people killed");
  }

  @Test
  void shouldShowOfOtherSubjectsWhatMattersThere() {
    assertThat(text(card(Alerts.wave().getAlertId()), "values"))
        .isEqualTo("6 strikes 12 killed 10–15 ? injured not counted");
    assertThat(card(Alerts.wave().getAlertId()).get("chips").get(0).textValue())
        .isEqualTo("!wave · 48 min · 4 residential");
    var surge = card(Alerts.surge().getAlertId());
    assertThat(text(surge, "place")).contains("Site hospital-a", "expected arrivals");
    assertThat(text(surge, "values")).isEqualTo("12 within 90 min 5–23 31 within 24 h 15–90");
    assertThat(text(card("surge of a day"), "values"))
        .isEqualTo("31 within 24 h 15–90 ? within 90 min up to 72");
    assertThat(card(Alerts.nowhereToGo().getAlertId()).get("chips").get(0).textValue())
        .isEqualTo("!no hospital is open");
    assertThat(text(card(Alerts.silentSource().getAlertId()), "values"))
        .isEqualTo("67 min not heard 2 of 3 sources heard");
    assertThat(text(card(Alerts.unplaced("").getAlertId()), "place"))
        .isEqualTo("Aleppo حلب · said: near the old market");
  }

  /** The strike is not as told: whoever reads on reads a line through it. */
  @ParameterizedTest
  @CsvSource({
    "WITHDRAWN, withdrawn, All its reports were taken back.",
    "MOVED, moved, It happened elsewhere.",
    "NOT_ACTUAL, not actual, It was a drill or a test; nothing happened."
  })
  void shouldStrikeThroughWhatDidNotHappenThere(String reason, String tag, String why) {
    var card = card("strike " + reason);
    assertThat(card.get("struck").booleanValue()).isTrue();
    assertThat(text(card, "tag")).isEqualTo(tag);
    assertThat(text(card, "why")).startsWith(why);
    assertThat(card.get("chips")).allMatch(chip -> chip.textValue().startsWith("-"));
    assertThat(text(card, "danger")).isEmpty();
    assertThat(text(card, "group")).isEqualTo("standing");
  }

  /** The strike stands: no line through it, and plain words for what remains true. */
  @ParameterizedTest
  @CsvSource({
    "day corrected, corrected, The strikes stand; 11 Oct 2016 was not the heaviest day in Aleppo.",
    "wave corrected, corrected, The strikes stand; they were not one wave.",
    "surge corrected, corrected, The strikes stand; this forecast does not. It is no all clear.",
    "strike CORRECTED, corrected, The strike stands; this claim about it does not.",
    "strike REPLACED, joined, It is part of another strike; that message speaks for both."
  })
  void shouldSayWhatRemainsTrueWhereTheStrikesStand(String alertId, String tag, String why) {
    var card = card(alertId);
    assertThat(card.get("struck").booleanValue()).isFalse();
    assertThat(text(card, "tag")).isEqualTo(tag);
    assertThat(text(card, "why")).startsWith(why);
    assertThat(text(card, "record")).isEmpty();
    assertThat(text(card, "group")).isEqualTo("over");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOVED", "REPLACED"})
  void shouldNameTheAlertThatSpeaksForItNow(String reason) {
    assertThat(text(card("strike " + reason), "why")).endsWith(" See Fardous, Aleppo, 14:21.");
  }

  @Test
  void shouldSayOfAnExerciseThatItIsOne() {
    assertThat(text(card("drill"), "spoken")).startsWith("EXERCISE: Fardous");
  }

  private static Alert.Builder gravest() {
    return Alerts.strike(
            Facts.repeat(Certainty.OBSERVED),
            Facts.mass(),
            Facts.heaviest(Facts.strikeRecord().build()),
            Facts.residential(ResidentialBasis.MAP))
        .setAlertId("gravest")
        .setRevision(3)
        .setMessageType(MessageType.UPDATE)
        .setChanges(List.of(Change.REPEAT_STRIKE, Change.KILLED_ROSE))
        .setCertainty(Certainty.OBSERVED)
        .setSources(3)
        .setInjured(new CountRange(30, 30, 30));
  }

  private static Alert.Builder nearOnly() {
    var school =
        Finding.newBuilder(Facts.sites(Facts.withinReach("s", SiteKind.SCHOOL, 83.0)))
            .setCertainty(Certainty.POSSIBLE)
            .build();
    return Alerts.strike(
            Facts.repeat(Certainty.POSSIBLE), Facts.residential(ResidentialBasis.RADIUS), school)
        .setAlertId("near")
        .setSeverity(Severity.MINOR);
  }

  private static CountRange zero() {
    return new CountRange(0, 0, 0);
  }

  private static JsonNode card(String alertId) {
    var card = cards.get(alertId);
    assertThat(card).as(alertId).isNotNull();
    return card;
  }

  private static String text(JsonNode card, String field) {
    return card.get(field).textValue();
  }
}
