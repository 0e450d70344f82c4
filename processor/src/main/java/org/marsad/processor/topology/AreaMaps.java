package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.marsad.message.AreaProfile;
import org.marsad.processor.rules.AreaMap;
import org.marsad.schemas.MessageCodec;

/** The areas in the words of the rules, read from the store once per version. */
final class AreaMaps {
  @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals
  private record Cached(byte[] bytes, AreaMap map) {}

  private final MessageCodec<AreaProfile> codec = MessageCodec.of(AreaProfile.class);
  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Cached> cache = new HashMap<>();

  AreaMaps(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  AreaMap of(String area) {
    var bytes = store.get(Bytes.wrap(area.getBytes(StandardCharsets.UTF_8)));
    if (bytes == null) {
      return AreaMap.UNKNOWN;
    }
    var cached = cache.get(area);
    if (cached == null || !Arrays.equals(cached.bytes, bytes)) {
      cached = new Cached(bytes, Domain.map(codec.decode(bytes)));
      cache.put(area, cached);
    }
    return cached.map;
  }
}
