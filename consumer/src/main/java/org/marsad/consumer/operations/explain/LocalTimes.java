package org.marsad.consumer.operations.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.TimePrecision;

/** Times in words, in one zone that is told once. */
final class LocalTimes {
  private final ZoneId zone;
  private final ExplainText text;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter seconds;

  LocalTimes(ZoneId zone, ExplainText text) {
    this.zone = zone;
    this.text = text;
    this.day = text.dates("d MMM yyyy");
    this.shortDay = text.dates("d MMM");
    this.clock = text.dates("HH:mm");
    this.seconds = text.dates("HH:mm:ss");
  }

  /** {@code 11 Oct 2016 14:05}. */
  String moment(Instant at) {
    return day.format(at.atZone(zone)) + " " + clock.format(at.atZone(zone));
  }

  /** {@code 11 Oct 2016 14:05 to 14:40}, {@code 11 Oct 2016 23:50 to 12 Oct 2016 00:10}. */
  String interval(Instant from, Instant until) {
    if (until.equals(from)) {
      return moment(from);
    }
    var start = from.atZone(zone);
    var end = until.atZone(zone);
    var isSameDay = end.toLocalDate().equals(start.toLocalDate());
    return text.of("time.interval", moment(from), isSameDay ? clock.format(end) : moment(until));
  }

  /** The local day of a moment: {@code 11 Oct 2016}. */
  String dayOf(Instant at) {
    return day.format(at.atZone(zone));
  }

  /** The local day of a moment. */
  LocalDate localDay(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  /** {@code 11 Oct}, with its year where that is not the other day's. */
  String day(LocalDate date, LocalDate beside) {
    return (date.getYear() == beside.getYear() ? shortDay : day).format(date);
  }

  /**
   * When something happened, as finely as it is known: {@code 11 Oct 2016 14:05 (to the minute)}.
   *
   * @param until exclusive, or equal to the start
   */
  String span(Instant from, Instant until, TimePrecision precision) {
    return text.of("time.known." + precision, unqualified(from, until, precision));
  }

  private String unqualified(Instant from, Instant until, TimePrecision precision) {
    var start = from.atZone(zone);
    var end = (until.equals(from) ? until : until.minusMillis(1)).atZone(zone);
    if (precision.compareTo(TimePrecision.DAY) >= 0) {
      var first = day(start.toLocalDate());
      var last = day(end.toLocalDate());
      return first.equals(last) ? first : text.of("time.interval", first, last);
    }
    var fine = precision == TimePrecision.SECOND ? seconds : clock;
    var begin = day.format(start) + " " + fine.format(start);
    if (until.equals(from)) {
      return begin;
    }
    var last = until.atZone(zone);
    var isSameDay = last.toLocalDate().equals(start.toLocalDate());
    return text.of(
        "time.interval", begin, (isSameDay ? "" : day.format(last) + " ") + fine.format(last));
  }
}
