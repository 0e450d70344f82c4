package org.marsad.processor.state;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.mapping.KnownStrike;

/** The strikes of one area and reality by id. */
public final class StrikeStore {
  private final Shelf<StoredStrike> store;
  private final String area;
  private final String reality;

  public StrikeStore(Concerns concerns, String area, String reality) {
    store = concerns.strikes();
    this.area = area;
    this.reality = reality;
  }

  public @Nullable StoredStrike find(String strikeId) {
    return store.get(key(strikeId));
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

  public void delete(String strikeId) {
    store.delete(key(strikeId));
  }

  public void put(StoredStrike filed) {
    store.put(key(filed.strike().id()), filed);
  }

  private Bytes key(String strikeId) {
    return Keys.of(area).then(reality).then(strikeId).key();
  }
}
