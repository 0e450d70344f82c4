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

/**
 * What the hospitals of one area and reality said of themselves, by site, the latest first. It is
 * forgotten as strikes are, by the newest day that reports or hospitals told of, a few for each
 * word that comes.
 */
public final class HospitalStatusStore {
  /** Forgotten for one word at most. */
  private static final int AT_ONCE = 16;

  private final Shelf.InOrder<HospitalStatus> store;
  private final DueStore due;
  private final NewestDayStore newestDays;
  private final Ages ages;
  private final Cause cause;

  public HospitalStatusStore(Concerns concerns, Cause cause) {
    store = concerns.hospitalStatus();
    due =
        new DueStore(concerns, cause.area(), cause.reality().name(), DueStore.Kind.HOSPITAL_STATUS);
    newestDays = new NewestDayStore(concerns);
    ages = new Ages(concerns);
    this.cause = cause;
  }

  public void put(HospitalStatus status) {
    store.put(all(status.getSiteId()).key(), status); // says that there are any
    store.put(key(status.getSiteId(), status.getUpdatedAt()), status);
    var day = Ages.dayOf(status.getUpdatedAt());
    due.file(day, status.getUpdatedAt().toEpochMilli() + " " + status.getSiteId());
    var newest = newestDays.find(cause.area(), cause.reality()).orElse(day);
    var before = ages.forgottenBefore(Math.max(newest, day));
    if (!due.isSweptTo(before)) {
      due.takeBefore(before, AT_ONCE).forEach(this::forget);
    }
  }

  /** Forgets a word, by its time and site. */
  private void forget(String filed) {
    var space = filed.indexOf(' ');
    var siteId = filed.substring(space + 1);
    store.delete(key(siteId, Instant.ofEpochMilli(Long.parseLong(filed.substring(0, space)))));
    var left = new ArrayList<Bytes>(2);
    store.range(
        all(siteId).key(), all(siteId).end(), (key, status) -> left.add(key) && left.size() < 2);
    if (left.size() < 2) { // nothing but what says that there are any
      left.forEach(store::delete);
    }
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
