package org.marsad.processor.state;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One value of a shelf in memory, between its neighbours in the order of use.
 *
 * @param <V> the value
 */
final class Leaf<V> {
  /** What a value, its key and its place take beside its bytes, by estimate. */
  private static final int FRAME = 200;

  /** A decoded value takes some three times the room of its bytes. */
  private static final int DECODED = 3;

  final Shelf<V> shelf;
  final Bytes key;

  /** Null where there is none. */
  @Nullable V value;

  /** Whether the store was not asked: then what it holds is known once it is changed. */
  boolean isUnread;

  /** As it is to be written; null where it is to be deleted. */
  byte @Nullable [] bytes;

  int size;
  @Nullable Leaf<?> earlier;
  @Nullable Leaf<?> later;

  Leaf(Shelf<V> shelf, Bytes key, @Nullable V value) {
    this.shelf = shelf;
    this.key = key;
    this.value = value;
  }

  /** Its value as it is to be written; empty where it is to be deleted. */
  Optional<byte[]> encoded() {
    return Optional.ofNullable(value).map(shelf::written);
  }

  Bytes stored() {
    return shelf.stored(key);
  }

  void forget() {
    shelf.forget(this);
  }

  static int sizeOf(Bytes key, byte @Nullable [] bytes) {
    return FRAME + 2 * key.get().length + (bytes == null ? 0 : DECODED * bytes.length);
  }
}
