package org.marsad.consumer.operations.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.marsad.message.TimePrecision;

/** Times in words, in one zone that is told once. */
final class LocalTimes {
  private static final DateTimeFormatter DAY = pattern("d MMM yyyy");
  private static final DateTimeFormatter SHORT_DAY = pattern("d MMM");
  private static final DateTimeFormatter CLOCK = pattern("HH:mm");
  private static final DateTimeFormatter SECONDS = pattern("HH:mm:ss");

  private final ZoneId zone;

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** {@code 11 Oct 2016 14:05}. */
  String moment(Instant at) {
    return DAY.format(at.atZone(zone)) + " " + CLOCK.format(at.atZone(zone));
  }

  /** {@code 11 Oct 2016 14:05 to 14:40}, {@code 11 Oct 2016 23:50 to 12 Oct 2016 00:10}. */
  String interval(Instant from, Instant until) {
    var start = from.atZone(zone);
    var end = until.atZone(zone);
    if (until.equals(from)) {
      return moment(from);
    }
    return moment(from)
        + " to "
        + (end.toLocalDate().equals(start.toLocalDate()) ? CLOCK.format(end) : moment(until));
  }

  /** The local day of a moment: {@code 11 Oct 2016}. */
  String dayOf(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /** The local day of a moment. */
  LocalDate localDay(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 11 Oct}, with its year where that is not the other day's. */
  static String day(LocalDate day, LocalDate beside) {
    return (day.getYear() == beside.getYear() ? SHORT_DAY : DAY).format(day);
  }

  /**
   * When something happened, as finely as it is known: {@code 11 Oct 2016 14:05 (to the minute)}.
   *
   * @param until exclusive, or equal to the start
   */
  String span(Instant from, Instant until, TimePrecision precision) {
    var start = from.atZone(zone);
    var end = (until.equals(from) ? until : until.minusMillis(1)).atZone(zone);
    var known = " (to the " + precision.name().toLowerCase(Locale.ROOT) + ")";
    if (precision.compareTo(TimePrecision.DAY) >= 0) {
      var first = start.toLocalDate();
      var last = end.toLocalDate();
      return (first.equals(last) ? day(first) : day(first) + " to " + day(last)) + known;
    }
    var clock = precision == TimePrecision.SECOND ? SECONDS : CLOCK;
    var text = DAY.format(start) + " " + clock.format(start);
    if (!until.equals(from)) {
      var last = until.atZone(zone);
      text +=
          " to "
              + (last.toLocalDate().equals(start.toLocalDate()) ? "" : DAY.format(last) + " ")
              + clock.format(last);
    }
    return text + known;
  }

  /** {@code 45 s}, {@code 17 min}, {@code 1 h 5 min}. */
  static String duration(Duration duration) {
    if (duration.toMinutes() == 0) {
      return duration.toSeconds() + " s";
    }
    var hours = duration.toHours();
    var minutes = duration.toMinutesPart();
    return hours == 0
        ? minutes + " min"
        : hours + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
