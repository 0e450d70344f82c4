package org.marsad.processor.rules.surge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Site;

/**
 * A hospital with what it last said of itself.
 *
 * @param site the hospital
 * @param emergency state of its emergency department; UNKNOWN where it said nothing lately
 * @param bedsAvailable free beds; null where unknown
 * @param saidAt when it said so; null where it said nothing lately
 */
public record Hospital(
    Site site, Emergency emergency, @Nullable Integer bedsAvailable, @Nullable Instant saidAt) {
  /** Where nothing is known. */
  private static final int TYPICAL_ROOM = 10;

  /** State of an emergency department. */
  public enum Emergency {
    NORMAL,
    ADVISORY,
    CLOSED,
    UNKNOWN
  }

  /** A hospital that said nothing lately. */
  public static Hospital silent(Site site) {
    return new Hospital(site, Emergency.UNKNOWN, null, null);
  }

  /** As it would be if it were open, other things equal. */
  Hospital reopened() {
    return new Hospital(site, Emergency.NORMAL, bedsAvailable, saidAt);
  }

  boolean isClosed() {
    return emergency == Emergency.CLOSED;
  }

  /** For how many patients it has room, at least 1 while it is open; 0 when it is closed. */
  double room() {
    if (isClosed()) {
      return 0;
    }
    var beds = bedsAvailable != null ? bedsAvailable : site.capacity();
    var room = Math.max(1, beds == null ? TYPICAL_ROOM : beds);
    return emergency == Emergency.ADVISORY ? room / 2.0 : room;
  }
}
