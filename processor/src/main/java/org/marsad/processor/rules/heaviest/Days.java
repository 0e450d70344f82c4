package org.marsad.processor.rules.heaviest;

import java.time.ZoneId;
import org.marsad.processor.rules.TimeSpan;

/**
 * Local days in a row.
 *
 * @param first as a day of the epoch
 * @param last as a day of the epoch, at least {@code first}
 */
public record Days(long first, long last) {
  public Days {
    if (last < first) {
      throw new IllegalArgumentException("last: " + last + " (expected: >= " + first + ")");
    }
  }

  /** The local days that a time touches. */
  public static Days of(TimeSpan time, ZoneId zone) {
    return new Days(time.firstDay(zone), time.lastDay(zone));
  }
}
