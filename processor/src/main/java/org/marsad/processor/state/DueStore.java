package org.marsad.processor.state;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * What is to be looked at once it is old, by the local day that it tells of: things of one kind, of
 * one area and reality. What has become newer by then is filed anew.
 */
public final class DueStore {
  private static final byte[] PRESENT = {1};

  private final Shelf.InOrder<byte[]> store;
  private final Shelf<Long> swept;
  private final String area;
  private final String reality;
  private final String kind;

  /** What is filed here. */
  public enum Kind {
    REPORT,
    ENDED_STRIKE,
    ALERT,
    HOSPITAL_STATUS,
    MOVED_REPORT
  }

  public DueStore(Concerns concerns, String area, String reality, Kind kind) {
    store = concerns.due();
    swept = concerns.swept();
    this.area = area;
    this.reality = reality;
    this.kind = kind.name();
  }

  /**
   * Files something.
   *
   * @param day as a day of the epoch
   * @param id it is found by
   */
  public void file(long day, String id) {
    store.put(of(day).then(id).key(), PRESENT);
  }

  /** Whether nothing of a day before it is left: then there is nothing to do. */
  public boolean isSweptTo(long day) {
    var known = swept.get(all().key());
    return known != null && known >= day;
  }

  /**
   * Takes out what is of a day before another, the oldest first.
   *
   * @param most so many at once
   * @return the ids that it was filed under
   */
  public List<String> takeBefore(long day, int most) {
    var keys = new ArrayList<Bytes>();
    store.range(
        of(0).key(),
        of(day).key(),
        (key, present) -> {
          keys.add(key);
          return keys.size() < most;
        });
    keys.forEach(store::delete);
    if (keys.size() < most) {
      swept.put(all().key(), day);
    }
    return keys.stream().map(Keys::lastText).toList();
  }

  /** Keys know no negative numbers: what was before 1970 lies on its first day. */
  private Keys of(long day) {
    return all().then(Math.max(0, day));
  }

  private Keys all() {
    return Keys.of(area).then(reality).then(kind);
  }
}
