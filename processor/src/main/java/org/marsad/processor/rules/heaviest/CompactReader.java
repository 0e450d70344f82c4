package org.marsad.processor.rules.heaviest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;

/** Reads what a {@link CompactWriter} wrote, in the same order. */
final class CompactReader {
  private final byte[] bytes;
  private int at;

  CompactReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    var value = 0L;
    var shift = 0;
    while (bytes[at] < 0) {
      value |= (bytes[at++] & 0x7FL) << shift;
      shift += 7;
    }
    return value | ((long) bytes[at++] << shift);
  }

  int count() {
    return (int) number();
  }

  long signed() {
    var value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  boolean flag() {
    return number() == 1;
  }

  int bound() {
    var value = number();
    return value == 0 ? CountRange.OPEN : (int) (value - 1);
  }

  String text() {
    var length = count();
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  byte[] bytes() {
    var length = count();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  SortedSet<String> texts() {
    var values = new TreeSet<String>();
    while (flag()) {
      values.add(text());
    }
    return values;
  }

  @Nullable CountRange range() {
    return flag() ? new CountRange(count(), count(), bound()) : null;
  }
}
