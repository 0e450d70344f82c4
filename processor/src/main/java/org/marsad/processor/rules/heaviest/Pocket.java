package org.marsad.processor.rules.heaviest;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;

/**
 * The parts of a day, within the day's own value as long as they are small: an ordinary day is one
 * value, and only one of many strikes has its parts beside it.
 */
final class Pocket implements LedgerStore {
  /** All parts together, bytes; one more, and they lie beside the day for good. */
  static final int LIMIT = 1_024;

  private final String scopeCode;
  private final long day;
  private final LedgerStore store;
  private final Map<String, byte[]> parts = new TreeMap<>();
  private boolean isFull;

  Pocket(String scopeCode, long day, LedgerStore store) {
    this.scopeCode = scopeCode;
    this.day = day;
    this.store = store;
  }

  @Override
  public <V> @Nullable V get(String key, Form<V> form) {
    if (isFull) {
      return store.get(beside(key), form);
    }
    var part = parts.get(key);
    return part == null ? null : form.read().apply(part);
  }

  @Override
  public <V> void put(String key, Form<V> form, @Nullable V value) {
    if (isFull) {
      store.put(beside(key), form, value);
    } else if (value == null) {
      parts.remove(key);
    } else {
      parts.put(key, form.write().apply(value));
    }
  }

  /** Puts the parts beside the day where they have become too many, then writes the others. */
  void write(CompactWriter out) {
    if (!isFull && parts.values().stream().mapToInt(part -> part.length).sum() > LIMIT) {
      isFull = true;
      parts.forEach((key, part) -> store.put(beside(key), part));
      parts.clear();
    }
    out.flag(isFull).number(parts.size());
    parts.forEach((key, part) -> out.text(key).bytes(part));
  }

  void read(CompactReader in) {
    isFull = in.flag();
    for (var left = in.count(); left > 0; left--) {
      parts.put(in.text(), in.bytes());
    }
  }

  private String beside(String key) {
    return LedgerKeys.part(scopeCode, day, key);
  }
}
