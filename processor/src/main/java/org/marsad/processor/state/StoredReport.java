package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.heaviest.Days;
import org.marsad.schemas.MessageCodec;

/**
 * A report in its store, with what the store must remember beside its message.
 *
 * @param accepted offset at which it first came
 * @param strikeId its strike; empty for none
 * @param heard the local days of which it told that somebody watched; null where its newest
 *     revision is in another world
 * @param report its newest revision
 */
public record StoredReport(
    long accepted, String strikeId, @Nullable Days heard, StrikeReport report) {
  /** No such days. */
  private static final long NONE = Long.MIN_VALUE;

  /** Whether the newest revision is in this world: in others it is but taken back. */
  public boolean isNewest() {
    return heard != null;
  }

  byte[] toBytes(MessageCodec<StrikeReport> codec) {
    var message = codec.encode(report);
    var text = strikeId.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 * Long.BYTES + Short.BYTES + text.length + message.length)
        .putLong(accepted)
        .putLong(heard == null ? NONE : heard.first())
        .putLong(heard == null ? NONE : heard.last())
        .putShort((short) text.length)
        .put(text)
        .put(message)
        .array();
  }

  static StoredReport from(byte[] bytes, MessageCodec<StrikeReport> codec) {
    var buffer = ByteBuffer.wrap(bytes);
    var accepted = buffer.getLong();
    var first = buffer.getLong();
    var last = buffer.getLong();
    var text = new byte[buffer.getShort()];
    buffer.get(text);
    return new StoredReport(
        accepted,
        new String(text, StandardCharsets.UTF_8),
        first == NONE ? null : new Days(first, last),
        codec.decode(Arrays.copyOfRange(bytes, buffer.position(), bytes.length)));
  }
}
