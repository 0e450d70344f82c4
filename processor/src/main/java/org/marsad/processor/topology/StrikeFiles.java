package org.marsad.processor.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageCodec;

/** The strikes of one area and reality by id. */
final class StrikeFiles {
  private final MessageCodec<Strike> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final String area;
  private final String reality;

  StrikeFiles(
      MessageCodec<Strike> codec, KeyValueStore<Bytes, byte[]> store, String area, String reality) {
    this.codec = codec;
    this.store = store;
    this.area = area;
    this.reality = reality;
  }

  @Nullable Filed find(String strikeId) {
    var bytes = store.get(Keys.of(area).then(reality).then(strikeId).key());
    return bytes == null ? null : Filed.from(bytes);
  }

  Strike read(Filed filed) {
    return codec.decode(filed.message());
  }

  @Nullable Strike get(String strikeId) {
    var filed = find(strikeId);
    return filed == null ? null : read(filed);
  }

  void put(Strike strike, long accepted, String founder) {
    store.put(
        Keys.of(area).then(reality).then(strike.getStrikeId()).key(),
        new Filed(accepted, founder, codec.encode(strike)).toBytes());
  }
}
