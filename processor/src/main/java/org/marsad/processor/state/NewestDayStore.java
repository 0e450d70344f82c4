package org.marsad.processor.state;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.marsad.message.Reality;
import org.marsad.processor.mapping.Cause;

/** The newest local day of each area and reality of which a report told. */
public final class NewestDayStore {
  private final Shelf.InOrder<Long> store;

  public NewestDayStore(Concerns concerns) {
    store = concerns.newestDays();
  }

  /** The newest day once a report told of one, as a day of the epoch. */
  public long atLeast(long day, Cause cause) {
    var key = Keys.of(cause.area()).then(cause.reality().name()).key();
    var known = store.get(key);
    var newest = known == null ? day : Math.max(day, known);
    if (known == null || newest == day) {
      store.put(key, newest);
    }
    return newest;
  }

  /** The areas that reports told of, in whatever world. */
  public Set<String> areas() {
    var areas = new LinkedHashSet<String>();
    store.all(
        (key, day) -> {
          areas.add(Keys.firstText(key));
          return true;
        });
    return areas;
  }

  /** The newest day known; empty where none is. */
  public OptionalLong find(String area, Reality reality) {
    var known = store.get(Keys.of(area).then(reality.name()).key());
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }
}
