package org.marsad.consumer.fanout;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Marks what one run of one instance records. Of what it reads it knows its own by that: it took
 * that in when it recorded it.
 */
final class RunMark {
  private static final String NAME = "run";

  private final byte[] id =
      ByteBuffer.allocate(Long.BYTES).putLong(new SecureRandom().nextLong()).array();

  Header header() {
    return new RecordHeader(NAME, id);
  }

  /** Whether a record with these headers is of this run. */
  boolean isIn(Headers headers) {
    var mark = headers.lastHeader(NAME);
    return mark != null && Arrays.equals(mark.value(), id);
  }
}
