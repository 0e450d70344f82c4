package org.marsad.processor.state;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.marsad.processor.mapping.Cause;

/** The newest local day of each area and reality of which a report told. */
public final class NewestDayStore {
  private final KeyValueStore<Bytes, byte[]> store;

  public NewestDayStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** The newest day once a report told of one, as a day of the epoch. */
  public long atLeast(long day, Cause cause) {
    var key = Keys.of(cause.area()).then(cause.reality().name()).key();
    var known = store.get(key);
    var newest = known == null ? day : Math.max(day, ByteBuffer.wrap(known).getLong());
    if (known == null || newest == day) {
      store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(newest).array());
    }
    return newest;
  }

  /** The areas that reports told of, in whatever world. */
  public Set<String> areas() {
    var areas = new LinkedHashSet<String>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> areas.add(Keys.firstText(entry.key)));
    }
    return areas;
  }

  /** The newest day known; the given one where none is. */
  public long or(long day, Cause cause) {
    var known = store.get(Keys.of(cause.area()).then(cause.reality().name()).key());
    return known == null ? day : ByteBuffer.wrap(known).getLong();
  }
}
