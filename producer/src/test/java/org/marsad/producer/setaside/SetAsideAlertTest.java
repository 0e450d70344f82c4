package org.marsad.producer.setaside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.MessageCodec;

final class SetAsideAlertTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final SetAsideAlert alert = new SetAsideAlert();

  @BeforeAll
  static void trust() {
    MessageCodec.trustMessages();
  }

  @Test
  void shouldRaiseOneAlertForOperationsHoweverMuchWasSetAside() {
    // When
    alert.add("IN_THE_FUTURE");
    alert.add("UNDECODABLE");
    var raised = publish(NOW);
    alert.add("UNDECODABLE");
    // Then
    assertThat(raised.getAlertId()).startsWith("system:set_aside:IN_THE_FUTURE:");
    assertThat(raised.getSubject().getKind()).isEqualTo(SubjectKind.SYSTEM);
    assertThat(raised.getFindings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.getRule()).isEqualTo(Rule.SET_ASIDE);
              assertThat(finding.getNumbers().get(0).getValue()).isEqualTo(2);
            });
    assertThat(alert.due(NOW.plus(Duration.ofMinutes(59)))).isEmpty();
    assertThat(alert.isTold()).isFalse();
  }

  @Test
  void shouldBringItUpToDateAfterAnHourAndRaiseAnotherAfterADay() {
    // Given
    alert.add("A");
    var first = publish(NOW);
    alert.add("B");
    // When
    var update = publish(NOW.plus(Duration.ofHours(1)));
    // Then
    assertThat(update.getAlertId()).isEqualTo(first.getAlertId());
    assertThat(update.getMessageType()).isEqualTo(MessageType.UPDATE);
    assertThat(update.getRevision()).isEqualTo(2);
    assertThat(update.getReferences()).hasSize(1);
    assertThat(update.getFindings().get(0).getNumbers().get(0).getValue()).isEqualTo(2);
    // When nothing comes for long
    assertThat(alert.due(NOW.plus(Duration.ofHours(23)))).isEmpty();
    alert.add("C");
    var next = publish(NOW.plus(Duration.ofHours(24)));
    // Then
    assertThat(next.getAlertId()).startsWith("system:set_aside:C:");
    assertThat(next.getRevision()).isEqualTo(1);
    assertThat(next.getFindings().get(0).getNumbers().get(0).getValue()).isEqualTo(1);
  }

  @Test
  void shouldTellAgainWhatCouldNotBePublished() {
    alert.add("A");
    assertThat(alert.due(NOW)).isPresent();
    assertThat(alert.due(NOW.plusSeconds(1))).isPresent();
    assertThat(alert.isTold()).isFalse();
  }

  private Alert publish(Instant now) {
    var due = alert.due(now).orElseThrow();
    alert.published(due);
    return due;
  }
}
