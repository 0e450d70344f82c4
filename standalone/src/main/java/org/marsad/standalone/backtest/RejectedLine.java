package org.marsad.standalone.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.message.StrikeReport;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.UndecodableException;

/** What was refused, as one line of JSON: reason, field, message and the original. */
public final class RejectedLine {
  /** Reason code of rows that are no reports. */
  static final String UNREADABLE = "UNREADABLE_ROW";

  /** Reason code of reports that the broker does not take. */
  static final String BROKER_REFUSED = "BROKER_REFUSED";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RejectedLine() {}

  /** A row that the importer refused. */
  public static ObjectNode of(String file, ImportedLine.Refused row) {
    return line(UNREADABLE, row.field(), row.reason())
        .put("file", file)
        .put("line", row.line())
        .put("original", row.original());
  }

  /**
   * A report that no broker will take.
   *
   * @param message why
   */
  public static ObjectNode of(StrikeReport report, String message) {
    var line = line(BROKER_REFUSED, "", message);
    line.set("original", MessageJson.tree(report));
    return line;
  }

  /** A report that the processor refused. */
  static ObjectNode of(ConsumerRecord<byte[], byte[]> record) {
    var headers = record.headers();
    var line =
        line(
            RejectedHeaders.text(headers, RejectedHeaders.REASON),
            RejectedHeaders.text(headers, RejectedHeaders.FIELD),
            RejectedHeaders.text(headers, RejectedHeaders.MESSAGE));
    try {
      line.set(
          "original", MessageJson.tree(MessageCodec.of(StrikeReport.class).decode(record.value())));
    } catch (UndecodableException e) {
      line.put("original", java.util.Base64.getEncoder().encodeToString(record.value()));
    }
    return line;
  }

  /** The same in a sentence: where it stands, and why it was refused. */
  public static String text(ObjectNode line) {
    var where =
        line.has("line")
            ? "%s, line %d".formatted(line.path("file").asText(), line.path("line").asInt())
            : "report " + line.path("original").path("reportId").asText("of no known id");
    return "%s: refused: %s".formatted(where, line.path("message").asText());
  }

  private static ObjectNode line(String reason, String field, String message) {
    return NODES.objectNode().put("reason", reason).put("field", field).put("message", message);
  }
}
