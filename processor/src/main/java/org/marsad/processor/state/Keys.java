package org.marsad.processor.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: parts in order of weight, so that what belongs together lies together.
 * Numbers are big-endian and not negative; each part ends with a zero byte.
 */
public final class Keys {
  /** Most keys are shorter, and a report asks for some sixty. */
  private static final int USUAL_LENGTH = 96;

  private byte[] bytes = new byte[USUAL_LENGTH];
  private int length;

  private Keys() {}

  public static Keys of(String first) {
    return new Keys().then(first);
  }

  public Keys then(String text) {
    var part = text.getBytes(StandardCharsets.UTF_8);
    reserve(part.length + 1);
    System.arraycopy(part, 0, bytes, length, part.length);
    length += part.length;
    bytes[length++] = 0;
    return this;
  }

  public Keys then(long number) {
    reserve(Long.BYTES + 1);
    for (var shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (number >> shift);
    }
    bytes[length++] = 0;
    return this;
  }

  /** A time, so that the latest comes first: shelves are read forwards alone. */
  public Keys thenLatestFirst(Instant time) {
    return then(Long.MAX_VALUE - time.toEpochMilli());
  }

  public Bytes key() {
    return Bytes.wrap(Arrays.copyOf(bytes, length));
  }

  /** A key after all that begin with these parts. */
  Bytes end() {
    var bytes = key().get();
    bytes[bytes.length - 1] = 1; // in place of the zero that ends a part
    return Bytes.wrap(bytes);
  }

  /** The first text of a key that begins with one. */
  static String firstText(Bytes key) {
    var bytes = key.get();
    var end = 0;
    while (bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** The last text of a key whose last part is a text. */
  public static String lastText(Bytes key) {
    var bytes = key.get();
    var start = bytes.length - 1;
    while (start > 0 && bytes[start - 1] != 0) {
      start--;
    }
    return new String(bytes, start, bytes.length - 1 - start, StandardCharsets.UTF_8);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
