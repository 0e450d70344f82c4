package org.marsad.benchmarks.bytes;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Record;
import org.marsad.benchmarks.pipeline.Pipeline;
import org.marsad.message.Alert;
import org.marsad.message.DayRow;
import org.marsad.message.Strike;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.OutgoingDay;
import org.marsad.schemas.MessageCodec;

/** Counts what comes out: messages, and bytes of their keys and values. */
final class Tally implements Pipeline.Output {
  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final MessageCodec<DayRow> days = MessageCodec.of(DayRow.class);
  private final TreeMap<String, Count> byKind = new TreeMap<>();

  /**
   * Messages of one kind.
   *
   * @param messages how many
   * @param bytes of their keys and values
   */
  private record Count(long messages, long bytes) {
    Count plus(Count more) {
      return new Count(messages + more.messages, bytes + more.bytes);
    }
  }

  @Override
  public void strike(Strike strike, long timestamp) {
    add("strikes", strike.getStrikeId(), strikes.encode(strike));
  }

  @Override
  public void forgotten(String strikeId) {
    add("forgotten", strikeId, new byte[0]);
  }

  /** By the kind of its subject, with which its id begins. */
  @Override
  public void alert(Outgoing out, long timestamp) {
    var id = out.alert().getAlertId();
    add("alerts " + id.substring(0, id.indexOf(':')), id, alerts.encode(out.alert()));
  }

  @Override
  public void day(OutgoingDay day) {
    add("days", day.key(), day.row() == null ? new byte[0] : days.encode(day.row()));
  }

  @Override
  public void rejected(Record<byte[], byte[]> record) {
    throw new IllegalStateException("a report was refused: " + record.headers());
  }

  void clear() {
    byKind.clear();
  }

  long messages() {
    return byKind.values().stream().mapToLong(Count::messages).sum();
  }

  long bytes() {
    return byKind.values().stream().mapToLong(Count::bytes).sum();
  }

  /** Bytes and messages a report by kind, such as {@code alerts wave 1,204 B (1.0)}. */
  String perReport(int reports) {
    return byKind.entrySet().stream()
        .map(
            kind ->
                "%s %,d B (%.2f)"
                    .formatted(
                        kind.getKey(),
                        kind.getValue().bytes / reports,
                        (double) kind.getValue().messages / reports))
        .collect(Collectors.joining(", "));
  }

  private void add(String kind, String key, byte[] value) {
    var bytes = key.getBytes(StandardCharsets.UTF_8).length + value.length;
    byKind.merge(kind, new Count(1, bytes), Count::plus);
  }
}
