package org.marsad.consumer.operations.rejected;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.UndecodableException;

/**
 * A record that was set aside.
 *
 * @param id {@code partition-offset} in {@code rejected}
 * @param at when it was received
 * @param topic that it came from
 * @param reason stable code
 * @param source pseudonym of who reported it; null where it is no report
 * @param reportId null where it is no report
 * @param message one line: {@code field: value (expected: …)}
 * @param sentAgain whether it was sent again
 */
public record SetAside(
    String id,
    Instant at,
    String topic,
    String reason,
    @Nullable String source,
    @Nullable String reportId,
    String message,
    boolean sentAgain) {

  static SetAside of(ConsumerRecord<byte[], byte[]> record, boolean sentAgain) {
    var headers = record.headers();
    var report = report(record.value());
    return new SetAside(
        id(record),
        Instant.ofEpochMilli(record.timestamp()),
        RejectedHeaders.text(headers, RejectedHeaders.TOPIC),
        RejectedHeaders.text(headers, RejectedHeaders.REASON),
        report == null ? null : report.getSource().getId(),
        report == null ? null : report.getReportId(),
        RejectedHeaders.text(headers, RejectedHeaders.MESSAGE),
        sentAgain);
  }

  static String id(ConsumerRecord<byte[], byte[]> record) {
    return record.partition() + "-" + record.offset();
  }

  /** One object, absent fields left out. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("at", at.toString()).put("topic", topic).put("reason", reason);
    json.put("source", source).put("reportId", reportId);
    json.put("message", message).put("sentAgain", sentAgain);
    json.properties().removeIf(field -> field.getValue().isNull());
    return json;
  }

  private static @Nullable StrikeReport report(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : MessageCodec.of(StrikeReport.class).decode(bytes);
    } catch (UndecodableException notOne) {
      return null;
    }
  }
}
