package org.marsad.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;

/** What the design says of interrupting, one example each. */
class InterruptionExamplesTest {
  static {
    MessageCodec.trustMessages();
  }

  private static final Instant NOON = Instant.parse("2016-09-01T12:00:00Z");

  private final Alert first = strike().build();

  private static Alert.Builder strike() {
    return Alert.newBuilder()
        .setAlertId("strike:a")
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.STRIKE, "a"))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.SEVERE)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.POSSIBLE)
        .setSources(1)
        .setArea("aleppo")
        .setTimeZone("Asia/Damascus")
        .setPlace(new Place(36.18, 37.16, 100.0, PlaceBasis.POINT, null))
        .setOnset(NOON)
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setDangerUntil(NOON.plusSeconds(3_600))
        .setSentAt(NOON)
        .setExpiresAt(NOON.plusSeconds(86_400))
        .setInterrupts(true)
        .setKilled(new CountRange(4, 4, 4))
        .setRulesHash("");
  }

  private static Alert.Builder update() {
    return strike().setRevision(2).setMessageType(MessageType.UPDATE);
  }

  private void assertInterrupts(Alert.Builder next, Change... changes) {
    var alert = next.build();
    assertThat(Interruption.isDue(List.of(first), alert)).isEqualTo(changes.length > 0);
    assertThat(Interruption.mustName(List.of(first), alert)).containsExactlyInAnyOrder(changes);
  }

  private static Finding finding(Rule rule, Certainty certainty) {
    return Finding.newBuilder().setRule(rule).setCertainty(certainty).setCode("X").build();
  }

  @Test
  void shouldInterruptWithTheFirstRevisionUnlessItIsStale() {
    assertThat(Interruption.isDue(List.of(), first)).isTrue();
    assertThat(Interruption.isDue(List.of(), strike().setExpiresAt(NOON).build())).isFalse();
  }

  @Test
  void shouldNotInterruptWithWhatOnlyBringsUpToDate() {
    assertInterrupts(update().setSources(2));
    assertInterrupts(update().setSeverity(Severity.MODERATE));
  }

  @Test
  void shouldInterruptWhereTheSeverityRisesOrItBecomesLikely() {
    assertInterrupts(update().setSeverity(Severity.EXTREME), Change.SEVERITY_ROSE);
    assertInterrupts(update().setCertainty(Certainty.LIKELY), Change.SURER);
  }

  @Test
  void shouldInterruptWhereAFindingThatMattersIsNew() {
    assertInterrupts(
        update().setFindings(List.of(finding(Rule.REPEAT_STRIKE, Certainty.POSSIBLE))),
        Change.REPEAT_STRIKE);
    assertInterrupts(
        update().setFindings(List.of(finding(Rule.HEAVIEST_IN_DAYS, Certainty.LIKELY))),
        Change.HEAVIEST_IN_DAYS);
    assertInterrupts(
        update().setFindings(List.of(finding(Rule.PROTECTED_SITE_STRIKE, Certainty.LIKELY))),
        Change.PROTECTED_SITE_STRIKE);
    assertInterrupts(
        update().setFindings(List.of(finding(Rule.PROTECTED_SITE_STRIKE, Certainty.POSSIBLE))));
    assertInterrupts(
        update().setFindings(List.of(finding(Rule.RESIDENTIAL_STRIKE, Certainty.LIKELY))));
  }

  @Test
  void shouldInterruptWhereThePlaceMovesByMoreThanBothRadiiAndHalfAKilometre() {
    var sevenHundred = 700 / 110_970.0;
    assertInterrupts(
        update()
            .setPlace(
                new Place(36.18 + sevenHundred * 0.99, 37.16, 100.0, PlaceBasis.POINT, null)));
    assertInterrupts(
        update()
            .setPlace(new Place(36.18 + sevenHundred * 1.01, 37.16, 100.0, PlaceBasis.POINT, null)),
        Change.PLACE_MOVED);
  }

  @Test
  void shouldInterruptWhereTheDangerLastsMoreThanTenMinutesLonger() {
    assertInterrupts(update().setDangerUntil(NOON.plusSeconds(4_200)));
    assertInterrupts(
        update().setDangerUntil(NOON.plusSeconds(4_200).plusMillis(1)), Change.DANGER_EXTENDED);
  }

  @Test
  void shouldInterruptWhereTheDeadRiseABandOrFallByTwo() {
    assertInterrupts(
        update().setKilled(new CountRange(5, 5, 5)), Change.KILLED_ROSE, Change.CASUALTIES_ROSE);
    assertInterrupts(update().setInjured(new CountRange(1, 1, 1)), Change.CASUALTIES_ROSE);
    assertInterrupts(update().setKilled(new CountRange(1, 1, 1)));
    var many = strike().setKilled(new CountRange(10, 10, 10)).build();
    var fewer = update().setKilled(new CountRange(4, 4, 4)).build();
    assertThat(Interruption.mustName(List.of(many), fewer))
        .containsExactlyInAnyOrder(Change.KILLED_FELL, Change.CASUALTIES_FELL);
  }

  @Test
  void shouldCompareWithTheLastRevisionThatInterrupted() {
    var second = update().setInterrupts(false).setKilled(new CountRange(0, 0, 0)).build();
    var third = update().setRevision(3).setKilled(new CountRange(2, 2, 2)).build();
    assertThat(Interruption.isDue(List.of(first, second), third)).isFalse();
  }

  @Test
  void shouldInterruptWithTheFirstThatIsNotStaleWhereNoneDidBefore() {
    var stale = strike().setInterrupts(false).setExpiresAt(NOON).build();
    assertThat(Interruption.isDue(List.of(stale), update().build())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "WITHDRAWN, true",
    "MOVED, true",
    "NOT_ACTUAL, true",
    "CORRECTED, false",
    "REPLACED, false"
  })
  void shouldInterruptWhereAStrikeIsTakenBackEvenWhenItIsStale(
      CancelReason reason, boolean interrupts) {
    var cancel =
        update()
            .setMessageType(MessageType.CANCEL)
            .setReason(reason)
            .setExpiresAt(NOON.minusSeconds(1))
            .build();
    assertThat(Interruption.isDue(new ArrayList<>(List.of(first)), cancel)).isEqualTo(interrupts);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "1, 1", "4, 1", "5, 2", "9, 2", "10, 3", "20, 4", "50, 5", "99, 5", "100, 6", "200, 7",
    "499, 7", "500, 8", "1000, 9"
  })
  void shouldCountInBands(long count, int band) {
    assertThat(Interruption.band(count)).isEqualTo(band);
  }
}
