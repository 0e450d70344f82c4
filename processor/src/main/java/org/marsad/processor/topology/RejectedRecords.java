package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.checks.Fault;

/** Headers that let anybody send a refused record again. */
final class RejectedRecords {
  private RejectedRecords() {}

  static Headers headers(Headers original, Optional<RecordMetadata> from, Fault fault) {
    return headers(
        original,
        from.map(RecordMetadata::topic).orElse(""),
        from.map(RecordMetadata::partition).orElse(-1),
        from.map(RecordMetadata::offset).orElse(-1L),
        fault);
  }

  static Headers headers(Headers original, String topic, int partition, long offset, Fault fault) {
    var headers = new RecordHeaders(original.toArray());
    put(headers, RejectedHeaders.TOPIC, topic);
    put(headers, RejectedHeaders.PARTITION, Integer.toString(partition));
    put(headers, RejectedHeaders.OFFSET, Long.toString(offset));
    put(headers, RejectedHeaders.REASON, fault.reason().name());
    put(headers, RejectedHeaders.FIELD, fault.field());
    put(headers, RejectedHeaders.MESSAGE, fault.message());
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
