package org.marsad.processor.rules.heaviest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;

/** Writes values in few bytes: small numbers take one. */
final class CompactWriter {
  private static final int USUAL_LENGTH = 256;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[USUAL_LENGTH];
  private int length;

  /** A number of at least 0. */
  CompactWriter number(long value) {
    reserve(LONGEST_NUMBER);
    var left = value;
    while ((left & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
    return this;
  }

  /** Any number. */
  CompactWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  CompactWriter flag(boolean value) {
    return number(value ? 1 : 0);
  }

  /** A bound of a range, which can be open. */
  CompactWriter bound(int value) {
    return number(value == CountRange.OPEN ? 0 : value + 1L);
  }

  CompactWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  CompactWriter bytes(byte[] value) {
    number(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  CompactWriter texts(Iterable<String> values) {
    for (var value : values) {
      flag(true);
      text(value);
    }
    return flag(false);
  }

  CompactWriter range(@Nullable CountRange range) {
    flag(range != null);
    if (range != null) {
      number(range.low());
      number(range.best());
      bound(range.high());
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
