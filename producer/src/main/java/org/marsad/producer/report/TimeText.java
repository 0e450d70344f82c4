package org.marsad.producer.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.marsad.message.TimePrecision;

/** A time as a report says it: a day, or a moment with its offset. */
sealed interface TimeText {
  /** The moment at which it begins, where days are those of the zone. */
  Instant begin(ZoneId zone);

  /** The moment at which it has ended: a day's last moment is in it, a moment ends where it is. */
  Instant end(ZoneId zone);

  /** How finely it is said. */
  TimePrecision precision();

  /** A whole local day. */
  record Day(LocalDate date) implements TimeText {
    @Override
    public Instant begin(ZoneId zone) {
      return date.atStartOfDay(zone).toInstant();
    }

    @Override
    public Instant end(ZoneId zone) {
      return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public TimePrecision precision() {
      return TimePrecision.DAY;
    }
  }

  /** A moment, to the second or the minute. */
  record Moment(Instant at, TimePrecision precision) implements TimeText {
    @Override
    public Instant begin(ZoneId zone) {
      return at;
    }

    @Override
    public Instant end(ZoneId zone) {
      return at;
    }
  }

  /** What a text says, or what was expected of it. */
  sealed interface Reading {
    record Understood(TimeText time) implements Reading {}

    record NotUnderstood(String expected) implements Reading {}
  }

  /** Reads {@code 2016-10-12} or ISO-8601 with an offset. */
  static Reading read(String text) {
    try {
      if (Patterns.DATE.matcher(text).matches()) {
        return new Reading.Understood(new Day(LocalDate.parse(text)));
      }
      if (Patterns.HOUR_24.matcher(text).lookingAt()) {
        return new Reading.NotUnderstood("hour 00 to 23: the end of a day is the next day's 00:00");
      }
      if (Patterns.LOCAL.matcher(text).matches()) {
        return new Reading.NotUnderstood(
            "an offset such as +03:00 or Z: a local time without its zone is no moment");
      }
      if (Patterns.MOMENT.matcher(text).matches()) {
        var at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        var precision =
            Patterns.WITHOUT_SECONDS.matcher(text).matches()
                ? TimePrecision.MINUTE
                : TimePrecision.SECOND;
        return new Reading.Understood(new Moment(at, precision));
      }
    } catch (DateTimeParseException e) {
      return new Reading.NotUnderstood("a day and a time that exist");
    }
    return new Reading.NotUnderstood("a date such as 2016-10-12, or 2016-10-12T14:05:00+03:00");
  }

  /** The forms that a time can take. */
  final class Patterns {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String ZONE = "(Z|[+-]\\d{2}:\\d{2})";
    static final Pattern DATE = Pattern.compile(DAY);
    static final Pattern HOUR_24 = Pattern.compile(DAY + "T24");
    static final Pattern LOCAL = Pattern.compile(DAY + "T[\\d:.]+");
    static final Pattern MOMENT =
        Pattern.compile(DAY + "T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?" + ZONE);
    static final Pattern WITHOUT_SECONDS = Pattern.compile(DAY + "T\\d{2}:\\d{2}" + ZONE);

    private Patterns() {}
  }
}
