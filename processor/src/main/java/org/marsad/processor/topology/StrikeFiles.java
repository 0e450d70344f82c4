package org.marsad.processor.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.processor.messages.KnownStrike;
import org.marsad.schemas.MessageCodec;

/** The strikes of one area and reality by id. Serves one record: what it read it keeps. */
final class StrikeFiles {
  private final MessageCodec<Strike> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final String area;
  private final String reality;
  private final Map<String, Optional<FiledStrike>> read = new HashMap<>();

  StrikeFiles(
      MessageCodec<Strike> codec, KeyValueStore<Bytes, byte[]> store, String area, String reality) {
    this.codec = codec;
    this.store = store;
    this.area = area;
    this.reality = reality;
  }

  @Nullable FiledStrike find(String strikeId) {
    return read.computeIfAbsent(strikeId, this::load).orElse(null);
  }

  /** Its newest revision; null where it is not known. */
  @Nullable KnownStrike get(String strikeId) {
    var filed = find(strikeId);
    return filed == null ? null : filed.strike();
  }

  /** Its newest revision where it stands; else null. */
  @Nullable KnownStrike standing(String strikeId) {
    var strike = get(strikeId);
    return strike != null && strike.stands() ? strike : null;
  }

  void put(FiledStrike filed) {
    store.put(key(filed.strike().id()), filed.toBytes(codec));
    read.put(filed.strike().id(), Optional.of(filed));
  }

  private Optional<FiledStrike> load(String strikeId) {
    return Optional.ofNullable(store.get(key(strikeId)))
        .map(bytes -> FiledStrike.from(bytes, codec));
  }

  private Bytes key(String strikeId) {
    return Keys.of(area).then(reality).then(strikeId).key();
  }
}
