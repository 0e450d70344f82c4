package org.marsad.processor.state;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.HospitalStatus;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.surge.Hospital;
import org.marsad.processor.rules.surge.HospitalSurgeRule.StatusWindow;
import org.marsad.schemas.MessageCodec;

/** What the hospitals of one area and reality said of themselves, by site, the latest first. */
public final class HospitalStatusStore {
  private final MessageCodec<HospitalStatus> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final Cause cause;

  public HospitalStatusStore(
      MessageCodec<HospitalStatus> codec, KeyValueStore<Bytes, byte[]> store, Cause cause) {
    this.codec = codec;
    this.store = store;
    this.cause = cause;
  }

  public void put(HospitalStatus status) {
    store.put(key(status.getSiteId(), status.getUpdatedAt()), codec.encode(status));
  }

  /** A hospital with what it said last of what counts. */
  public Hospital hospital(Site site, StatusWindow counts) {
    return Domain.hospital(site, latest(site.id(), counts));
  }

  private @Nullable HospitalStatus latest(String siteId, StatusWindow counts) {
    var latest = key(siteId, counts.until().minusMillis(1));
    var earliest = key(siteId, counts.from());
    try (var range = store.range(latest, earliest)) {
      return range.hasNext() ? codec.decode(range.next().value) : null;
    }
  }

  private Bytes key(String siteId, Instant at) {
    return Keys.of(cause.area())
        .then(cause.reality().name())
        .then(siteId)
        .thenLatestFirst(at)
        .key();
  }
}
