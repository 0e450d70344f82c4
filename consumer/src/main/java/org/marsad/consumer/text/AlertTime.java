package org.marsad.consumer.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.marsad.message.Alert;
import org.marsad.message.SurgeFacts;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Findings;

/** When it was, as finely as it is known and in the area's own time. */
final class AlertTime {
  private final DateTimeFormatter clock;
  private final DateTimeFormatter day;
  private final DateTimeFormatter dayOfYear;
  private final DateTimeFormatter month;
  private final DateTimeFormatter weekday;
  private final Texts texts;

  AlertTime(Texts texts) {
    this.texts = texts;
    this.clock = pattern("HH:mm", texts.locale());
    this.day = pattern("d MMM yyyy", texts.locale());
    this.dayOfYear = pattern("d MMM", texts.locale());
    this.month = pattern("MMM yyyy", texts.locale());
    this.weekday = pattern("EEEE d MMM", texts.locale());
  }

  /**
   * {@code 14:21} on the day it is sent, {@code 11 Oct 2016 14:21} later, {@code about 14:21} where
   * it is known to the hour; coarser as known.
   */
  String of(Alert alert) {
    var zone = zone(alert.getTimeZone());
    var onset = alert.getOnset().atZone(zone);
    return switch (alert.getOnsetPrecision()) {
      case SECOND, MINUTE -> moment(alert.getOnset(), alert);
      case HOUR -> texts.of("time.about", moment(alert.getOnset(), alert));
      case DAY -> day.format(onset);
      case WEEK -> texts.of("time.week", day.format(onset));
      case MONTH -> month.format(onset);
      case YEAR -> Integer.toString(onset.getYear());
    };
  }

  /** The same; what a hospital has to expect is counted from the end of the last strike. */
  String told(Alert alert) {
    var surge = Findings.surge(alert);
    return surge == null ? of(alert) : asOf(surge, alert);
  }

  /**
   * As short as it is clear: without the year where it is that of the sending. What a hospital has
   * to expect is counted from the end of the last strike, so that is its time.
   */
  String brief(Alert alert) {
    var zone = zone(alert.getTimeZone());
    var surge = Findings.surge(alert);
    if (surge != null && !isHourKnown(surge, alert)) {
      return day(surge.getDay(), alert.getSentAt().atZone(zone).toLocalDate());
    }
    var at = (surge == null ? alert.getOnset() : surge.getAsOf()).atZone(zone);
    var sent = alert.getSentAt().atZone(zone);
    var date = day(at.toLocalDate(), sent.toLocalDate());
    if (surge == null && alert.getOnsetPrecision().compareTo(TimePrecision.HOUR) > 0) {
      return alert.getOnsetPrecision() == TimePrecision.DAY ? date : of(alert);
    }
    var today = at.toLocalDate().equals(sent.toLocalDate());
    var text = today ? clock(at) : date + " " + clock(at);
    return surge == null && alert.getOnsetPrecision() == TimePrecision.HOUR
        ? texts.of("time.about.brief", text)
        : text;
  }

  /**
   * The same in a sentence, always with its day: {@code on 11 Oct 2016 at 14:21}, {@code in the
   * week of 10 Oct 2016}.
   */
  String when(Alert alert) {
    var onset = alert.getOnset().atZone(zone(alert.getTimeZone()));
    var date = day.format(onset);
    return switch (alert.getOnsetPrecision()) {
      case SECOND, MINUTE -> texts.of("when.MINUTE", date, clock(onset));
      case HOUR -> texts.of("when.HOUR", date, clock(onset));
      case DAY -> texts.of("when.DAY", date);
      case WEEK -> texts.of("when.WEEK", date);
      case MONTH -> texts.of("when.MONTH", month.format(onset));
      case YEAR -> texts.of("when.YEAR", Integer.toString(onset.getYear()));
    };
  }

  /** {@code 11 Oct 2016}. */
  String date(LocalDate date) {
    return day.format(date);
  }

  /** {@code Tuesday 11 Oct}: the local day that an alert is about. */
  String weekday(Alert alert) {
    return weekday.format(alert.getOnset().atZone(zone(alert.getTimeZone())));
  }

  /** {@code 14:15–14:30}, on the clocks of an alert's area. */
  String span(Instant from, Instant until, Alert alert) {
    var zone = zone(alert.getTimeZone());
    return texts.of("time.span", clock.format(from.atZone(zone)), clock(until.atZone(zone)));
  }

  /** {@code 15:21} on the local day that the alert is sent, else {@code 12 Oct 2016 00:21}. */
  String moment(Instant at, Alert alert) {
    var zone = zone(alert.getTimeZone());
    var local = at.atZone(zone);
    return alert.getSentAt().atZone(zone).toLocalDate().equals(local.toLocalDate())
        ? clock(local)
        : day.format(local) + " " + clock(local);
  }

  /** What is of no area, or of one whose clocks nobody knows, names its zone: {@code 08:00 UTC}. */
  private String clock(ZonedDateTime at) {
    var text = clock.format(at);
    return at.getZone().normalized().equals(ZoneOffset.UTC)
        ? texts.of("time.zone", text, "UTC")
        : text;
  }

  /**
   * Whether the hour is known from which a hospital has to expect the wounded. A strike of which
   * only the day is known lasts until midnight and adds to the most within 90 minutes alone, so
   * that the 0 beside it says nothing.
   */
  boolean isHourKnown(SurgeFacts surge, Alert alert) {
    var midnight = surge.getDay().plusDays(1).atStartOfDay(zone(alert.getTimeZone()));
    return surge.getWithin90Minutes().getBest() > 0
        || !surge.getAsOf().equals(midnight.toInstant());
  }

  /** Until when a surge's strikes are counted: {@code 15:09}, or their day. */
  String asOf(SurgeFacts surge, Alert alert) {
    return isHourKnown(surge, alert) ? moment(surge.getAsOf(), alert) : date(surge.getDay());
  }

  /** {@code 15 Sep}, with the year where it is not that of the day spoken of. */
  String day(LocalDate when, LocalDate spokenOf) {
    return (when.getYear() == spokenOf.getYear() ? dayOfYear : day).format(when);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC; // an unknown zone must not silence an alert
    }
  }

  private static DateTimeFormatter pattern(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
