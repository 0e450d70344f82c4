package org.marsad.processor.rules;

import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * How a kind of value is written.
 *
 * @param write to bytes; must not fail for a value that the rules can make
 * @param read back what was written
 * @param <V> the value; nothing may change it once it was handed over
 */
public record Form<V>(Function<V, byte[]> write, Function<byte[], V> read) {
  /** Bytes as they are. */
  public static final Form<byte[]> BYTES = new Form<>(bytes -> bytes, bytes -> bytes);

  /** A number. */
  public static final Form<Long> NUMBER =
      new Form<>(
          number -> ByteBuffer.allocate(Long.BYTES).putLong(number).array(),
          bytes -> ByteBuffer.wrap(bytes).getLong());
}
