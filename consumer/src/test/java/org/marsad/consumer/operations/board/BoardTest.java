package org.marsad.consumer.operations.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Records;
import org.marsad.message.Alert;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.schemas.MessageCodec;

/** What is private leaves what is public as it is. */
class BoardTest {
  private static final OperationsViewer DESK = OperationsViewer.DESK;
  private static final OperationsViewer ADMINISTRATOR = OperationsViewer.ADMINISTRATOR;

  private final Board board =
      new Board(
          new AreaDirectory(), id -> false, () -> true, Clock.fixed(Records.NOON, ZoneOffset.UTC));

  @Test
  void shouldKeepAPublicActHoweverManyPrivateOnesCome() {
    // Given
    board.onAudit(act("open", 0), false);
    // When
    for (var i = 0; i < 5_001; i++) {
      board.onAudit(act("private-" + i, i), true);
    }
    // Then
    assertThat(board.audit(DESK, null, 10).findValuesAsText("eventId")).containsExactly("open");
    assertThat(board.audit(DESK, null, 10).path("total").asInt()).isEqualTo(1);
    assertThat(board.audit(ADMINISTRATOR, null, 10).path("total").asInt()).isEqualTo(5_001);
  }

  @Test
  void shouldShowTheDesksAnswersAfterTheAdministratorAnswersForIt() {
    // Given
    take(Alerts.residential().build(), false);
    take(Alerts.site("secret-site").build(), true);
    board.onAcknowledgement(Records.answer("strike:s1", "operations"), false);
    // When
    var ofTheSite = "site:aleppo:secret-site:s1";
    board.onAcknowledgement(Records.answer(ofTheSite, "operations"), true);
    // Then
    assertThat(board.answers(DESK, "strike:s1")).isPresent();
    assertThat(board.answers(DESK, ofTheSite)).isEmpty();
    assertThat(board.answers(ADMINISTRATOR, ofTheSite)).isPresent();
  }

  private void take(Alert alert, boolean isPrivate) {
    board.onAlert(alert, MessageCodec.of(Alert.class).encode(alert), isPrivate);
  }

  private static AuditEvent act(String id, int second) {
    return AuditEvent.newBuilder()
        .setEventId(id)
        .setAt(Records.NOON.plusSeconds(second))
        .setUser("desk")
        .setMeans("TOKEN")
        .setAct("answerAlert")
        .setOutcome(AuditOutcome.DONE)
        .build();
  }
}
