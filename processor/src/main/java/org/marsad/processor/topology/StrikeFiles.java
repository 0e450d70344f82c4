package org.marsad.processor.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageCodec;

/** The strikes of one area and reality by id. Serves one record: what it read it keeps. */
final class StrikeFiles {
  private final MessageCodec<Strike> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final String area;
  private final String reality;
  private final Map<String, Optional<Filed>> filed = new HashMap<>();
  private final Map<String, Strike> strikes = new HashMap<>();

  StrikeFiles(
      MessageCodec<Strike> codec, KeyValueStore<Bytes, byte[]> store, String area, String reality) {
    this.codec = codec;
    this.store = store;
    this.area = area;
    this.reality = reality;
  }

  @Nullable Filed find(String strikeId) {
    return filed.computeIfAbsent(strikeId, this::load).orElse(null);
  }

  @Nullable Strike get(String strikeId) {
    var file = find(strikeId);
    return file == null
        ? null
        : strikes.computeIfAbsent(strikeId, id -> codec.decode(file.message()));
  }

  void put(Strike strike, long accepted, String founder) {
    var file = new Filed(accepted, founder, codec.encode(strike));
    store.put(key(strike.getStrikeId()), file.toBytes());
    filed.put(strike.getStrikeId(), Optional.of(file));
    strikes.put(strike.getStrikeId(), strike);
  }

  private Optional<Filed> load(String strikeId) {
    return Optional.ofNullable(store.get(key(strikeId))).map(Filed::from);
  }

  private Bytes key(String strikeId) {
    return Keys.of(area).then(reality).then(strikeId).key();
  }
}
