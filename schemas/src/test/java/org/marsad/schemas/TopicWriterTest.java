package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;

class TopicWriterTest {
  private static final Instant AT = Instant.parse("2016-10-11T11:05:00Z");

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final TopicWriter<Heartbeat> writer = new TopicWriter<>(producer, Heartbeat.class);
  private final Heartbeat beat =
      new Heartbeat(new Source("src", SourceKind.SENSOR, "src"), Reality.ACTUAL, "aleppo", 60, AT);

  @Test
  void shouldReturnOnceTheMessageIsTaken() throws Exception {
    var written = CompletableFuture.runAsync(this::write);
    Awaitility.await().until(() -> producer.history().size() == 1);
    assertThat(written).isNotDone();
    producer.completeNext();
    written.get(10, TimeUnit.SECONDS);
    var record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo("heartbeats");
    assertThat(record.key()).isEqualTo("aleppo");
    assertThat(record.timestamp()).isEqualTo(AT.toEpochMilli());
    assertThat(MessageCodec.of(Heartbeat.class).decode(record.value())).isEqualTo(beat);
  }

  @Test
  void shouldSayWhyTheMessageWasNotTaken() {
    producer.sendException = new AuthorizationException("not allowed");
    assertThatThrownBy(() -> writer.write("heartbeats", "aleppo", AT, beat))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("heartbeats: not taken: ")
        .hasMessageContaining("not allowed");
  }

  private void write() {
    try {
      writer.write("heartbeats", "aleppo", AT, beat);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
