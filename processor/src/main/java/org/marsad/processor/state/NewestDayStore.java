package org.marsad.processor.state;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    if (known != null && known >= day) {
      return known;
    }
    store.put(key, day);
    return day;
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
    var known = find(area, reality.name());
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** Whether a report of an area ever told of this world. */
  boolean isKnown(String area, String reality) {
    return find(area, reality) != null;
  }

  private @Nullable Long find(String area, String reality) {
    return store.get(Keys.of(area).then(reality).key());
  }
}
