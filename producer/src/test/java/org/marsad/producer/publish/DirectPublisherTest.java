package org.marsad.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class DirectPublisherTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private final MockProducer<String, String> producer =
      new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
  private final DirectPublisher<String> publisher = new DirectPublisher<>(() -> producer, "topic");

  @Test
  void shouldPublishUnderTheAreaAndItsTimeAndSayOnceItIsThere() {
    // When
    var fate = publisher.publish("aleppo", AT, "open");
    // Then
    assertThat(fate).isNotDone();
    producer.completeNext();
    assertThat(fate).isCompletedWithValueMatching(Fate.Published.class::isInstance);
    assertThat(producer.history())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo("topic");
              assertThat(record.key()).isEqualTo("aleppo");
              assertThat(record.timestamp()).isEqualTo(AT.toEpochMilli());
              assertThat(record.value()).isEqualTo("open");
            });
  }

  @Test
  void shouldRefuseWhatTheLogDoesNotTake() {
    var late = publisher.publish("aleppo", AT, "open");
    producer.errorNext(new TimeoutException("broker away"));
    var large = publisher.publish("aleppo", AT, "open");
    producer.errorNext(new RecordTooLargeException("too large"));
    assertThat(late).isCompletedWithValue(new Fate.Refused("kafka: TimeoutException: broker away"));
    assertThat(large)
        .isCompletedWithValue(new Fate.Refused("kafka: RecordTooLargeException: too large"));
  }

  @Test
  void shouldRefuseAfterItsClose() {
    publisher.close();
    assertThat(publisher.publish("aleppo", AT, "open"))
        .isCompletedWithValueMatching(Fate.Refused.class::isInstance);
  }
}
