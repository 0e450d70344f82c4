package org.marsad.processor.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Reality;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.AreaMap;
import org.marsad.schemas.MessageCodec;

/** The areas in the words of the rules, read from the store once per version. */
public final class AreaStore {
  @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals
  private record Cached(byte[] bytes, AreaMap map, AreaMap actual, AreaMap rehearsed) {
    Cached(byte[] bytes, AreaMap map) {
      this(bytes, map, map.in(true), map.in(false));
    }
  }

  private final MessageCodec<AreaProfile> codec = MessageCodec.of(AreaProfile.class);
  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Cached> cache = new HashMap<>();

  public AreaStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** With all its sites. */
  public AreaMap of(String area) {
    var cached = find(area);
    return cached == null ? AreaMap.UNKNOWN : cached.map;
  }

  /** With the sites that count in a world. */
  public AreaMap of(Cause cause) {
    var cached = find(cause.area());
    if (cached == null) {
      return AreaMap.UNKNOWN;
    }
    return cause.reality() == Reality.ACTUAL ? cached.actual : cached.rehearsed;
  }

  private @Nullable Cached find(String area) {
    var bytes = store.get(Bytes.wrap(area.getBytes(StandardCharsets.UTF_8)));
    if (bytes == null) {
      return null;
    }
    var cached = cache.get(area);
    if (cached == null || !Arrays.equals(cached.bytes, bytes)) {
      cached = new Cached(bytes, Domain.map(codec.decode(bytes)));
      cache.put(area, cached);
    }
    return cached;
  }
}
