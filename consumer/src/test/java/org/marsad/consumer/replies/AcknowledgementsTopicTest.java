package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

class AcknowledgementsTopicTest {
  private static final Topics TOPICS = new Topics("x-");
  private static final Acknowledgement ANSWER =
      new Acknowledgement(
          "site:aleppo:h:s1",
          1,
          "desk-h",
          "night shift",
          Intent.PREPARED,
          "hook",
          Instant.parse("2016-10-11T12:00:00Z"));

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final AcknowledgementsTopic topic = new AcknowledgementsTopic(producer, TOPICS);

  @Test
  void shouldKeepAnswersOfConfidentialSitesApart() {
    // When
    var open = topic.publish(ANSWER);
    var hidden = topic.publishPrivately(ANSWER);
    // Then
    assertThat(producer.history())
        .extracting(record -> record.topic() + " " + record.key())
        .containsExactly(
            TOPICS.acknowledgements() + " site:aleppo:h:s1",
            TOPICS.privateAcknowledgements() + " site:aleppo:h:s1");
    assertThat(MessageCodec.of(Acknowledgement.class).decode(producer.history().get(1).value()))
        .isEqualTo(ANSWER);
    assertThat(open).isNotDone();
    assertThat(hidden).isNotDone();
  }

  @Test
  void shouldSayOfEachAnswerWhetherItIsSafe() {
    // Given
    var open = topic.publish(ANSWER);
    var hidden = topic.publishPrivately(ANSWER);
    // When
    producer.completeNext();
    producer.errorNext(new TimeoutException("nobody answers"));
    // Then
    assertThat(open).isCompleted();
    assertThat(hidden).isCompletedExceptionally();
  }
}
