package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.rules.merging.Timing;
import org.marsad.schemas.MessageCodec;

/**
 * A strike in its store, with what the store must remember beside its message.
 *
 * @param accepted offset at which its founding report first came
 * @param founder id of that report
 * @param strike its newest revision
 */
public record StoredStrike(long accepted, String founder, KnownStrike strike) {
  /** No such time. */
  private static final long NONE = Long.MIN_VALUE;

  byte[] toBytes(MessageCodec<Strike> codec) {
    var text = founder.getBytes(StandardCharsets.UTF_8);
    var message = codec.encode(strike.message());
    var timing = strike.timing();
    var apart = timing.statedApart();
    return ByteBuffer.allocate(5 * Long.BYTES + Short.BYTES + text.length + message.length)
        .putLong(accepted)
        .putShort((short) text.length)
        .put(text)
        .putLong(timing.newestReceivedAt().toEpochMilli())
        .putLong(millis(timing.latestEnd()))
        .putLong(millis(timing.firstStated()))
        .putLong(apart == null ? NONE : apart.toMillis())
        .put(message)
        .array();
  }

  static StoredStrike from(byte[] bytes, MessageCodec<Strike> codec) {
    var in = ByteBuffer.wrap(bytes);
    var accepted = in.getLong();
    var founder = new byte[in.getShort()];
    in.get(founder);
    var timing =
        new Timing(
            Instant.ofEpochMilli(in.getLong()),
            instant(in.getLong()),
            instant(in.getLong()),
            duration(in.getLong()));
    var message = codec.decode(Arrays.copyOfRange(bytes, in.position(), bytes.length));
    return new StoredStrike(
        accepted, new String(founder, StandardCharsets.UTF_8), new KnownStrike(message, timing));
  }

  private static long millis(@Nullable Instant instant) {
    return instant == null ? NONE : instant.toEpochMilli();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == NONE ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Duration duration(long millis) {
    return millis == NONE ? null : Duration.ofMillis(millis);
  }
}
