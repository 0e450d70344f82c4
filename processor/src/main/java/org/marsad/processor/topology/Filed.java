package org.marsad.processor.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message in a store, with what the store must remember beside it.
 *
 * @param accepted offset at which the report, or the strike's founding report, first came
 * @param tie of a report: the id of its strike; of a strike: the id of its founding report
 * @param message the message's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read and written, never compared
record Filed(long accepted, String tie, byte[] message) {
  byte[] toBytes() {
    var text = tie.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + Short.BYTES + text.length + message.length)
        .putLong(accepted)
        .putShort((short) text.length)
        .put(text)
        .put(message)
        .array();
  }

  static Filed from(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var accepted = buffer.getLong();
    var text = new byte[buffer.getShort()];
    buffer.get(text);
    return new Filed(
        accepted,
        new String(text, StandardCharsets.UTF_8),
        Arrays.copyOfRange(bytes, buffer.position(), bytes.length));
  }
}
