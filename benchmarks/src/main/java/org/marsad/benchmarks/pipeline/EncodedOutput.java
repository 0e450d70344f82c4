package org.marsad.benchmarks.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.DayRow;
import org.marsad.message.Strike;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.OutgoingDay;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** Hands on what comes out as it goes into the topics. */
public final class EncodedOutput implements Pipeline.Output {
  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final MessageCodec<DayRow> days = MessageCodec.of(DayRow.class);
  private final Topics topics;
  private final Consumer<ProducerRecord<byte[], byte[]>> next;

  public EncodedOutput(Topics topics, Consumer<ProducerRecord<byte[], byte[]>> next) {
    this.topics = topics;
    this.next = next;
  }

  @Override
  public void strike(Strike strike, long timestamp) {
    send(topics.strikes(), strike.getStrikeId(), strikes.encode(strike));
  }

  @Override
  public void forgotten(String strikeId) {
    send(topics.strikes(), strikeId, null);
  }

  @Override
  public void alert(Outgoing out, long timestamp) {
    var topic = out.confidential() ? topics.privateAlerts() : topics.alerts();
    send(topic, out.alert().getAlertId(), alerts.encode(out.alert()));
  }

  @Override
  public void day(OutgoingDay day) {
    send(topics.days(), day.key(), day.row() == null ? null : days.encode(day.row()));
  }

  @Override
  public void rejected(Record<byte[], byte[]> record) {
    next.accept(
        new ProducerRecord<>(
            topics.rejected(),
            null,
            record.timestamp(),
            record.key(),
            record.value(),
            record.headers()));
  }

  private void send(String topic, String key, byte @Nullable [] value) {
    next.accept(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
  }
}
