package org.marsad.consumer.subscribers;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The hours of each day in which a subscriber wants nothing that can wait.
 *
 * @param from first moment, by the clocks of the zone
 * @param until first moment after, not equal to {@code from}; before it: the hours span midnight
 * @param zone whose clocks count
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("until: " + until + " (expected: not the same as from)");
    }
  }

  /** Whether it is quiet at that moment. */
  public boolean isQuiet(Instant at) {
    var clock = at.atZone(zone).toLocalTime();
    var begun = !clock.isBefore(from);
    var over = !clock.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }

  /** The next moment after this one at which the quiet hours end. */
  public Instant endAfter(Instant at) {
    var today = at.atZone(zone).toLocalDate();
    for (var day : List.of(today, today.plusDays(1))) {
      var end = day.atTime(until).atZone(zone);
      // clocks that are put back show the time twice
      for (var moment : List.of(end.withEarlierOffsetAtOverlap(), end.withLaterOffsetAtOverlap())) {
        if (moment.toInstant().isAfter(at)) {
          return moment.toInstant();
        }
      }
    }
    throw new IllegalStateException("no end after " + at + " (expected: within a day)");
  }
}
