package org.marsad.consumer.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Marks what one run of one instance records. Of what it reads it knows its own by that: it took
 * that in when it recorded it.
 */
final class RunMark {
  private static final String NAME = "marsad-run";

  private final byte[] id = UUID.randomUUID().toString().getBytes(UTF_8);

  Header header() {
    return new RecordHeader(NAME, id);
  }

  /** Whether a record with these headers is of this run. */
  boolean isIn(Headers headers) {
    var mark = headers.lastHeader(NAME);
    return mark != null && Arrays.equals(mark.value(), id);
  }
}
