package org.marsad.consumer.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.marsad.message.Alert;

/** When it was, as finely as it is known and in the area's own time. */
final class AlertTime {
  private final DateTimeFormatter clock;
  private final DateTimeFormatter day;
  private final DateTimeFormatter dayOfYear;
  private final DateTimeFormatter month;
  private final Texts texts;

  AlertTime(Texts texts) {
    this.texts = texts;
    this.clock = pattern("HH:mm", texts.locale());
    this.day = pattern("d MMM yyyy", texts.locale());
    this.dayOfYear = pattern("d MMM", texts.locale());
    this.month = pattern("MMM yyyy", texts.locale());
  }

  /** {@code 14:21} on the day it is sent, {@code 11 Oct 2016 14:21} later; coarser as known. */
  String of(Alert alert) {
    var zone = zone(alert.getTimeZone());
    var onset = alert.getOnset().atZone(zone);
    return switch (alert.getOnsetPrecision()) {
      case SECOND, MINUTE, HOUR -> moment(alert.getOnset(), alert);
      case DAY -> day.format(onset);
      case WEEK -> texts.of("time.week", day.format(onset));
      case MONTH -> month.format(onset);
      case YEAR -> Integer.toString(onset.getYear());
    };
  }

  /** {@code 15:21} on the local day that the alert is sent, else {@code 12 Oct 2016 00:21}. */
  String moment(Instant at, Alert alert) {
    var zone = zone(alert.getTimeZone());
    var local = at.atZone(zone);
    return alert.getSentAt().atZone(zone).toLocalDate().equals(local.toLocalDate())
        ? clock.format(local)
        : day.format(local) + " " + clock.format(local);
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
