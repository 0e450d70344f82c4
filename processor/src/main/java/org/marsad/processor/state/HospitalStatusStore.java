package org.marsad.processor.state;

import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.message.HospitalStatus;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.surge.Hospital;
import org.marsad.processor.rules.surge.HospitalSurgeRule.StatusWindow;

/** What the hospitals of one area and reality said of themselves, by site, the latest first. */
public final class HospitalStatusStore {
  private final Shelf.InOrder<HospitalStatus> store;
  private final Cause cause;

  public HospitalStatusStore(Concerns concerns, Cause cause) {
    store = concerns.hospitalStatus();
    this.cause = cause;
  }

  public void put(HospitalStatus status) {
    store.put(all(status.getSiteId()).key(), status); // says that there are any
    store.put(key(status.getSiteId(), status.getUpdatedAt()), status);
  }

  /** A hospital with what it said last of what counts. */
  public Hospital hospital(Site site, StatusWindow counts) {
    return Domain.hospital(site, latest(site.id(), counts));
  }

  private @Nullable HospitalStatus latest(String siteId, StatusWindow counts) {
    if (store.get(all(siteId).key()) == null) {
      return null; // most never say anything
    }
    var latest = key(siteId, counts.until().minusMillis(1));
    var earliest = key(siteId, counts.from());
    var found = new ArrayList<HospitalStatus>(1);
    store.range(
        latest,
        earliest,
        (key, status) -> {
          found.add(status);
          return false;
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private Bytes key(String siteId, Instant at) {
    return all(siteId).thenLatestFirst(at).key();
  }

  private Keys all(String siteId) {
    return Keys.of(cause.area()).then(cause.reality().name()).then(siteId);
  }
}
