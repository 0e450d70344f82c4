package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.marsad.message.Heartbeat;
import org.marsad.schemas.MessageCodec;

/**
 * A source that sends heartbeats.
 *
 * @param heardAt when it was last heard, by our clock: its own may be wrong
 * @param heartbeat its newest, with the time of its last word
 */
public record HeardSource(Instant heardAt, Heartbeat heartbeat) {
  byte[] toBytes(MessageCodec<Heartbeat> codec) {
    var bytes = codec.encode(heartbeat);
    return ByteBuffer.allocate(Long.BYTES + bytes.length)
        .putLong(heardAt.toEpochMilli())
        .put(bytes)
        .array();
  }

  static HeardSource from(byte[] bytes, MessageCodec<Heartbeat> codec) {
    return new HeardSource(
        Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()),
        codec.decode(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
  }
}
