package org.marsad.consumer.operations.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.message.DecisionKind.ASSOCIATE;
import static org.marsad.message.DecisionKind.DISASSOCIATE;
import static org.marsad.message.DecisionKind.PREFER;
import static org.marsad.message.DecisionStatus.STANDING;
import static org.marsad.message.DecisionStatus.WITHDRAWN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.Reality;
import org.marsad.schemas.DecisionIds;

class AuditTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> PAIR = List.of("a:1", "b:2");

  @Test
  void shouldSayWhichRevisionStandsAndWhichWasTakenBack() {
    assertThat(
            states(
                decision(ASSOCIATE, PAIR, 1, STANDING, 0),
                decision(ASSOCIATE, PAIR, 2, WITHDRAWN, 1),
                decision(ASSOCIATE, PAIR, 3, STANDING, 2)))
        .containsExactly(Audit.State.REPLACED, Audit.State.WITHDRAWN, Audit.State.STANDING);
  }

  @Test
  void shouldLetTheLastOfTwoOppositeDecisionsStand() {
    assertThat(
            states(
                decision(ASSOCIATE, PAIR, 1, STANDING, 0),
                decision(DISASSOCIATE, PAIR, 1, STANDING, 1)))
        .containsExactly(Audit.State.OVERRULED, Audit.State.STANDING);
  }

  @Test
  void shouldLetTheEarlierStandAgainOnceTheLaterIsTakenBack() {
    assertThat(
            states(
                decision(ASSOCIATE, PAIR, 1, STANDING, 0),
                decision(DISASSOCIATE, PAIR, 1, STANDING, 1),
                decision(DISASSOCIATE, PAIR, 2, WITHDRAWN, 2)))
        .containsExactly(Audit.State.STANDING, Audit.State.REPLACED, Audit.State.WITHDRAWN);
  }

  @Test
  void shouldLetDecisionsAboutOtherReportsAlone() {
    assertThat(
            states(
                decision(ASSOCIATE, PAIR, 1, STANDING, 0),
                decision(DISASSOCIATE, List.of("a:1", "c:3"), 1, STANDING, 1),
                decision(PREFER, List.of("a:1"), 1, STANDING, 2)))
        .containsOnly(Audit.State.STANDING);
  }

  private static List<Audit.State> states(Decision... decisions) {
    return Audit.of(List.of(decisions)).stream().map(Audit.Entry::state).toList();
  }

  private static Decision decision(
      DecisionKind kind, List<String> reports, int revision, DecisionStatus status, int minute) {
    return new Decision(
        DecisionIds.of(kind, reports),
        revision,
        status,
        kind,
        Reality.ACTUAL,
        "aleppo",
        null,
        reports,
        "duty officer",
        "seen",
        NOON.plusSeconds(60L * minute));
  }
}
