package org.marsad.processor.state;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.rules.AreaMap;

/** The areas in the words of the rules. */
public final class AreaStore {
  private final Shelf<KnownArea> store;

  public AreaStore(Concerns concerns) {
    store = concerns.areas();
  }

  /** With all its sites. */
  public AreaMap of(String area) {
    var known = find(area);
    return known == null ? AreaMap.UNKNOWN : known.map();
  }

  /** With the sites that count in a world. */
  public AreaMap of(Cause cause) {
    var known = find(cause.area());
    if (known == null) {
      return AreaMap.UNKNOWN;
    }
    return cause.reality() == Reality.ACTUAL ? known.actual() : known.rehearsed();
  }

  /** What is known of an area; null where nothing is. */
  public @Nullable KnownArea find(String area) {
    return store.get(key(area));
  }

  /** Keeps a profile. */
  public void put(String area, KnownArea known) {
    store.put(key(area), known);
  }

  /** Forgets an area. */
  public void delete(String area) {
    store.delete(key(area));
  }

  private static Bytes key(String area) {
    return Bytes.wrap(area.getBytes(StandardCharsets.UTF_8));
  }
}
