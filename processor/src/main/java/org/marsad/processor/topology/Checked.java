package org.marsad.processor.topology;

import java.util.Collections;
import java.util.List;

/**
 * A record of a topic that others write, once it was checked.
 *
 * @param <T> type of the message
 */
public sealed interface Checked<T> {
  /** The message, if it can be used. */
  List<T> usable();

  /** The bytes that came, if they cannot; the headers tell why. */
  List<byte[]> refused();

  /**
   * It can be used.
   *
   * @param original as it came
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Usable<T>(T message, byte[] original) implements Checked<T> {
    @Override
    public List<T> usable() {
      return List.of(message);
    }

    @Override
    public List<byte[]> refused() {
      return List.of();
    }
  }

  /** It cannot. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Refused<T>(byte[] original) implements Checked<T> {
    @Override
    public List<T> usable() {
      return List.of();
    }

    @Override
    public List<byte[]> refused() {
      return Collections.singletonList(original); // null where the record was empty
    }
  }
}
