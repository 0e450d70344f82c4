package org.marsad.consumer.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.consumer.operations.people.Means;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.message.AuditEvent;
import org.marsad.message.AuditOutcome;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;

class AuditLogTest {
  private static final Instant NOON = Instant.parse("2016-10-11T12:00:00Z");
  private static final Caller SHIFT =
      new Caller(
          new User("shift", UserRole.OPERATOR, null, null, List.of()), Means.TOKEN, "127.0.0.1");

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final AuditLog log =
      new AuditLog(producer, new Topics("east."), Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void shouldRecordAnActBeforeItIsDoneAndItsOutcomeBeforeItIsAnswered() throws IOException {
    // When
    var recordedBefore = log.perform(deed(false), () -> events().size());
    // Then
    assertThat(recordedBefore).isEqualTo(1);
    assertThat(events())
        .extracting(AuditEvent::getOutcome)
        .containsExactly(AuditOutcome.BEGUN, AuditOutcome.DONE);
    assertThat(events()).extracting(AuditEvent::getEventId).containsOnly(id());
    var done = events().get(1);
    assertThat(done.getUser()).isEqualTo("shift");
    assertThat(done.getRole()).isEqualTo("OPERATOR");
    assertThat(done.getMeans()).isEqualTo("TOKEN");
    assertThat(done.getAct()).isEqualTo("mute");
    assertThat(done.getObject()).isEqualTo("m-1");
    assertThat(done.getReason()).isEqualTo("a drill");
    assertThat(done.getAt()).isEqualTo(NOON);
    assertThat(producer.history())
        .allMatch(sent -> sent.topic().equals("east.audit") && sent.key().equals(id()));
  }

  @Test
  void shouldSayWhyWhenAnActIsRefusedOrFails() {
    // When
    assertThatThrownBy(
            () ->
                log.perform(
                    deed(true),
                    () -> {
                      throw new SettingsException(List.of("area: x (expected: a known one)"));
                    }))
        .isInstanceOf(SettingsException.class);
    assertThatThrownBy(
            () ->
                log.perform(
                    deed(true),
                    () -> {
                      throw new IOException("no broker");
                    }))
        .isInstanceOf(IOException.class);
    // Then
    assertThat(events())
        .extracting(AuditEvent::getOutcome)
        .containsExactly(
            AuditOutcome.BEGUN, AuditOutcome.REFUSED, AuditOutcome.BEGUN, AuditOutcome.FAILED);
    assertThat(events().get(1).getError()).isEqualTo("area: x (expected: a known one)");
    assertThat(events().get(3).getError()).contains("no broker");
    assertThat(producer.history()).allMatch(sent -> sent.topic().equals("east.audit-private"));
  }

  @Test
  void shouldDoNothingWhenTheRecordCannotBeWritten() {
    // Given
    var done = new ArrayList<String>();
    producer.sendException = new KafkaException("away");
    // When, then
    assertThatThrownBy(() -> log.perform(deed(false), () -> done.add("act")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the audit was not written");
    assertThat(done).isEmpty();
  }

  @Test
  void shouldCutWhatIsTooLongWhenRecorded() throws IOException {
    // When
    log.refusedLogIn("x".repeat(5_000), "PASSWORD");
    // Then
    assertThat(events().get(0).getUser()).hasSize(100);
    assertThat(events().get(0).getRole()).isNull();
    assertThat(producer.history().get(0).topic()).isEqualTo("east.audit-private");
  }

  private String id() {
    return events().get(0).getEventId();
  }

  private static Deed deed(boolean isPrivate) {
    return new Deed(SHIFT, "mute", "m-1", "{\"area\":\"aleppo\"}", "a drill", isPrivate);
  }

  private List<AuditEvent> events() {
    var codec = MessageCodec.of(AuditEvent.class);
    return producer.history().stream().map(sent -> codec.decode(sent.value())).toList();
  }
}
