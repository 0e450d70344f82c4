package org.marsad.processor.topology;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.message.HospitalStatus;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.surge.Hospital;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.schemas.MessageCodec;

/** What the hospitals of one area and reality said of themselves, by site and time. */
final class HospitalFiles {
  private final MessageCodec<HospitalStatus> codec;
  private final KeyValueStore<Bytes, byte[]> store;
  private final Cause cause;

  HospitalFiles(
      MessageCodec<HospitalStatus> codec, KeyValueStore<Bytes, byte[]> store, Cause cause) {
    this.codec = codec;
    this.store = store;
    this.cause = cause;
  }

  void put(HospitalStatus status) {
    store.put(key(status.getSiteId(), status.getUpdatedAt()), codec.encode(status));
  }

  /** A hospital with what it said last, as far as that counts for strikes at some time. */
  Hospital hospital(Site site, Instant asOf) {
    return Domain.hospital(site, latest(site.id(), asOf));
  }

  private @Nullable HospitalStatus latest(String siteId, Instant asOf) {
    var first = key(siteId, asOf.minus(HospitalSurgeRule.STATUS_BEFORE));
    var end = key(siteId, asOf.plus(HospitalSurgeRule.STATUS_AFTER).minusMillis(1));
    try (var range = store.reverseRange(first, end)) {
      return range.hasNext() ? codec.decode(range.next().value) : null;
    }
  }

  private Bytes key(String siteId, Instant at) {
    return Keys.of(cause.area())
        .then(cause.reality().name())
        .then(siteId)
        .then(at.toEpochMilli())
        .key();
  }
}
