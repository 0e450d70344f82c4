package org.marsad.consumer.operations.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.operations.explain.Messages.alert;
import static org.marsad.consumer.operations.explain.Messages.evidence;
import static org.marsad.consumer.operations.explain.Messages.finding;
import static org.marsad.consumer.operations.explain.Messages.report;
import static org.marsad.consumer.operations.explain.Messages.strike;
import static org.marsad.consumer.operations.explain.Messages.town;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Areas;

class ReceptionsTest {
  private static final StrikeReport REPORTED =
      report("1", "src-a", 0).setArea(Areas.UNPLACED).setNeighbourhood(null).build();
  private static final Instant PLACED_AT = REPORTED.getReceivedAt().plus(Duration.ofMinutes(40));
  private static final Instant PLACED_AGAIN_AT = PLACED_AT.plus(Duration.ofMinutes(5));

  private final Receptions receptions =
      new Receptions(
          Map.of("src-a:1", List.of(decision(1, PLACED_AT), decision(2, PLACED_AGAIN_AT))));

  @Test
  void shouldTellWhenAPlacedReportCameFromItsSource() {
    // Given
    var placed = placed(PLACED_AT);
    var placedAgain = placed(PLACED_AGAIN_AT);
    // When
    List.of(placedAgain, placed, REPORTED).forEach(receptions::add);
    // Then
    assertThat(receptions.asReceived(placed)).isEqualTo(received(placed, 0));
    assertThat(receptions.asReceived(placedAgain)).isEqualTo(received(placedAgain, 0));
    assertThat(receptions.asReceived(REPORTED)).isEqualTo(REPORTED);
  }

  @Test
  void shouldLeaveTheTimeOfWhatItsSourceSaidLater() {
    // Given
    var other = received(placed(PLACED_AT), 60);
    var correction = StrikeReport.newBuilder(other).setRevision(2).build();
    // When
    List.of(REPORTED, placed(PLACED_AT), other, correction).forEach(receptions::add);
    // Then
    assertThat(receptions.asReceived(other)).isEqualTo(other);
    assertThat(receptions.asReceived(correction)).isEqualTo(correction);
  }

  @Test
  void shouldLeaveTheTimeWhereTheLogDoesNotHoldWhatWasPlaced() {
    receptions.add(placed(PLACED_AT));
    assertThat(receptions.asReceived(placed(PLACED_AT))).isEqualTo(placed(PLACED_AT));
  }

  @Test
  void shouldTellBesideItWhoPlacedTheReportAndWhen() throws IOException {
    // Given
    List.of(REPORTED, placed(PLACED_AT)).forEach(receptions::add);
    var report = receptions.asReceived(placed(PLACED_AT));
    var known =
        evidence(
            List.of(alert(finding(Rule.CASUALTIES, "CASUALTIES"), "s-1").build()),
            town("Saint Hidden", 36.2),
            List.of(strike("s-1", report).build()),
            List.of(report));
    var evidence =
        new Evidence(
            known.revisions(),
            known.area(),
            known.strikes(),
            known.reports(),
            Map.of("src-a:1", List.of(decision(1, PLACED_AT))),
            known.decisions(),
            known.days(),
            false);
    // When
    var text = String.join(" ", Explanation.of(evidence, null, Messages.SHIPPED));
    // Then
    assertThat(text.replaceAll(" +", " "))
        .contains(
            "from src-a (an observer), received 11 Oct 2016 12:03 a person (duty officer) placed it"
                + " in Mill on 11 Oct 2016 12:43: the gate said:");
  }

  private static StrikeReport placed(Instant at) {
    return StrikeReport.newBuilder(report("1", "src-a", 0).build())
        .setPlaceBasis(PlaceBasis.PERSON)
        .setReceivedAt(at)
        .build();
  }

  private static StrikeReport received(StrikeReport report, int minutesLater) {
    return StrikeReport.newBuilder(report)
        .setReceivedAt(REPORTED.getReceivedAt().plus(Duration.ofMinutes(minutesLater)))
        .build();
  }

  private static Decision decision(int revision, Instant at) {
    return Decision.newBuilder()
        .setDecisionId("place:src-a:1")
        .setRevision(revision)
        .setStatus(DecisionStatus.STANDING)
        .setKind(DecisionKind.PLACE)
        .setReality(Reality.ACTUAL)
        .setArea("town")
        .setNeighbourhood("town/mill")
        .setReportIds(List.of("src-a:1"))
        .setDecidedBy("duty officer")
        .setReason("the gate")
        .setDecidedAt(at)
        .build();
  }
}
