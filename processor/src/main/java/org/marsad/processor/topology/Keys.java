package org.marsad.processor.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: parts in order of weight, so that what belongs together lies together.
 * Numbers are big-endian and not negative; each part ends with a zero byte.
 */
final class Keys {
  private static final int LIMIT = 4 * 1024;

  private final ByteBuffer buffer = ByteBuffer.allocate(LIMIT);

  private Keys() {}

  static Keys of(String first) {
    return new Keys().then(first);
  }

  Keys then(String text) {
    buffer.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
    return this;
  }

  Keys then(long number) {
    buffer.putLong(number).put((byte) 0);
    return this;
  }

  Bytes key() {
    var bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return Bytes.wrap(bytes);
  }

  /** A key after all that begin with these parts. */
  Bytes end() {
    var bytes = key().get();
    bytes[bytes.length - 1] = 1; // in place of the zero that ends a part
    return Bytes.wrap(bytes);
  }

  /** The last text of a key whose last part is a text. */
  static String lastText(Bytes key) {
    var bytes = key.get();
    var start = bytes.length - 1;
    while (start > 0 && bytes[start - 1] != 0) {
      start--;
    }
    return new String(bytes, start, bytes.length - 1 - start, StandardCharsets.UTF_8);
  }
}
