package org.marsad.processor.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.schemas.MessageCodec;

/** The strikes of one area and reality by id. Serves one record: what it read it keeps. */
public final class StrikeStore {
  private final MessageCodec<Strike> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final String area;
  private final String reality;
  private final Map<String, Optional<StoredStrike>> read = new HashMap<>();

  public StrikeStore(
      MessageCodec<Strike> codec, KeyValueStore<Bytes, byte[]> store, String area, String reality) {
    this.codec = codec;
    this.store = store;
    this.area = area;
    this.reality = reality;
  }

  public @Nullable StoredStrike find(String strikeId) {
    return read.computeIfAbsent(strikeId, this::load).orElse(null);
  }

  /** Its newest revision; null where it is not known. */
  public @Nullable KnownStrike get(String strikeId) {
    var filed = find(strikeId);
    return filed == null ? null : filed.strike();
  }

  /** Its newest revision where it stands; else null. */
  public @Nullable KnownStrike standing(String strikeId) {
    var strike = get(strikeId);
    return strike != null && strike.stands() ? strike : null;
  }

  public void put(StoredStrike filed) {
    store.put(key(filed.strike().id()), filed.toBytes(codec));
    read.put(filed.strike().id(), Optional.of(filed));
  }

  private Optional<StoredStrike> load(String strikeId) {
    return Optional.ofNullable(store.get(key(strikeId)))
        .map(bytes -> StoredStrike.from(bytes, codec));
  }

  private Bytes key(String strikeId) {
    return Keys.of(area).then(reality).then(strikeId).key();
  }
}
