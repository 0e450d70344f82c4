package org.marsad.producer.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.marsad.message.TimePrecision;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.checks.FieldChecks;

/**
 * When an event happened.
 *
 * @param from inclusive
 * @param until exclusive; equal to the start for an instant
 * @param precision how finely it is known
 */
record Occurrence(Instant from, Instant until, TimePrecision precision) {
  /** How far a source's clock may run ahead: beyond it, nobody can tell what was meant. */
  static final Duration FARTHEST_AHEAD = Duration.ofHours(24);

  /** Two clocks are never quite the same. */
  private static final Duration SAME_TIME = Duration.ofMinutes(1);

  /** Whether it is said to have begun after it was received, and makes sense but for that. */
  boolean isAhead(Instant receivedAt) {
    return from.isAfter(receivedAt.plus(SAME_TIME))
        && !until.isBefore(from)
        && !until.isAfter(from.plus(FieldChecks.LONGEST));
  }

  /** Whether it is so far ahead that no clock explains it. */
  boolean isBeyondClocks(Instant receivedAt) {
    return from.isAfter(receivedAt.plus(FARTHEST_AHEAD));
  }

  /** What happened has happened by the time that it is received. */
  Occurrence clampedTo(Instant receivedAt) {
    return new Occurrence(receivedAt, receivedAt, precision);
  }

  /** Reads the three time fields of a report; null, and faults noted, where they say nothing. */
  static @Nullable Occurrence read(Fields report, ZoneId zone) {
    if (!report.has("occurredFrom")) {
      report.fail("occurredFrom", "a date, or a time with its offset");
    }
    var from = time(report, "occurredFrom");
    var until = time(report, "occurredUntil");
    var said = report.symbol("timePrecision", TimePrecision.class);
    if (from == null) {
      return null;
    }
    var finest = until == null ? from.precision() : coarser(from.precision(), until.precision());
    if (said != null && finest == TimePrecision.DAY && said.compareTo(finest) < 0) {
      report.fail("timePrecision", "DAY or coarser where a date is given");
    }
    var end = until == null ? from.end(zone) : until.end(zone);
    return new Occurrence(from.begin(zone), end, said == null ? finest : said);
  }

  /** A moment with its offset: no date. */
  static @Nullable Instant moment(Fields report, String name) {
    var time = time(report, name);
    if (time instanceof TimeText.Moment moment) {
      return moment.at();
    }
    if (time != null) {
      report.fail(name, "a time with its offset, such as 2016-10-12T14:05:00+03:00");
    }
    return null;
  }

  private static @Nullable TimeText time(Fields report, String name) {
    var text = report.text(name, 64);
    if (text == null) {
      return null;
    }
    var reading = TimeText.read(PastedText.number(text));
    if (reading instanceof TimeText.Reading.Understood understood) {
      return understood.time();
    }
    report.fail(name, ((TimeText.Reading.NotUnderstood) reading).expected());
    return null;
  }

  private static TimePrecision coarser(TimePrecision one, TimePrecision other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
