package org.marsad.consumer.fanout.memory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by key that are forgotten some time after they were last touched. To forget is done a few
 * at a time, the ones first that were not touched the longest, so that no single call has to look
 * at all.
 *
 * <p>Confined to one thread.
 */
public final class AgingMap<K, V> {
  private final Map<K, Aged<V>> values = new LinkedHashMap<>(); // the longest untouched first

  private static final class Aged<V> {
    private final V value;
    private Instant touched;

    Aged(V value, Instant touched) {
      this.value = value;
      this.touched = touched;
    }
  }

  /** The value of a key; null: there is none. */
  public @Nullable V get(K key) {
    var known = values.get(key);
    return known == null ? null : known.value;
  }

  /**
   * The value of a key, which is touched.
   *
   * @param at when it is touched; an earlier time than the last counts as that
   * @param fresh makes a value where there is none
   */
  public V touch(K key, Instant at, Supplier<V> fresh) {
    var known = values.remove(key);
    var aged = known == null ? new Aged<>(fresh.get(), at) : known;
    if (at.isAfter(aged.touched)) {
      aged.touched = at;
    }
    values.put(key, aged);
    return aged.value;
  }

  public void remove(K key) {
    values.remove(key);
  }

  /** Hands over every value. */
  public void forEach(Consumer<V> each) {
    values.values().forEach(aged -> each.accept(aged.value));
  }

  public int size() {
    return values.size();
  }

  /**
   * Forgets the ones that were not touched since then, as far as they are over.
   *
   * @param most how many are looked at
   */
  public void forget(Instant before, Predicate<V> isOver, int most) {
    for (var looked = 0; looked < most && !values.isEmpty(); looked++) {
      var oldest = values.entrySet().iterator().next();
      if (!oldest.getValue().touched.isBefore(before)) {
        return;
      }
      var key = oldest.getKey();
      var aged = oldest.getValue();
      values.remove(key);
      if (!isOver.test(aged.value)) {
        values.put(key, aged); // looked at again when its turn comes
      }
    }
  }
}
