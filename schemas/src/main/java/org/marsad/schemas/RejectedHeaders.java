package org.marsad.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Headers of a record in the topic {@code rejected}; its key and value are those that came. */
public final class RejectedHeaders {
  /** Topic that it came from. */
  public static final String TOPIC = "marsad.topic";

  /** Partition that it came from, a decimal number. */
  public static final String PARTITION = "marsad.partition";

  /** Offset that it came from, a decimal number. */
  public static final String OFFSET = "marsad.offset";

  /** Stable reason code, such as {@code END_BEFORE_START}. */
  public static final String REASON = "marsad.reason";

  /** The field at fault, or empty. */
  public static final String FIELD = "marsad.field";

  /** One line: {@code name: value (expected: …)}. */
  public static final String MESSAGE = "marsad.message";

  /**
   * Which record of {@code rejected} was sent again, {@code partition-offset}: on the record that
   * went back to its topic, and on the note of it in {@code rejected}, which has no value.
   */
  public static final String SENT_AGAIN = "marsad.sent-again";

  private RejectedHeaders() {}

  /** The text of a header; empty where there is none. */
  public static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Whether a record of {@code rejected} says only that another one was sent again. */
  public static boolean isNote(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null && record.headers().lastHeader(SENT_AGAIN) != null;
  }
}
