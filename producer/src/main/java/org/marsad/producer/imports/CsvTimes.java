package org.marsad.producer.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as tables write them. 24:10 is ten past midnight of the next day. A time that
 * stands for "not known" leaves the day. A local time that the clocks skipped does not exist; of
 * one that they showed twice the earlier counts, known to the hour. {@code 3:05 pm} and {@code 3pm}
 * are read whatever the formats, the latter known to the hour.
 */
final class CsvTimes {
  /** Not the 24th minute of another hour. */
  private static final Pattern HOUR_24 = Pattern.compile("(?<![\\d:])24:(?=\\d\\d)");

  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Cannot be anything else, whatever the mapping expects. */
  private static final DateTimeFormatter HALVED = TimePatterns.of("h:mm a").get(0);

  private static final DateTimeFormatter BARE_HOUR = TimePatterns.of("h a").get(0);

  private final TimeNotation notation;

  CsvTimes(TimeNotation notation) {
    this.notation = notation;
  }

  /** What a text says. */
  sealed interface Reading {}

  /**
   * A local time that the clocks skipped when they went forward: it does not exist.
   *
   * @param zone whose clocks
   * @param gap when they did
   */
  record Skipped(ZoneId zone, ZoneOffsetTransition gap) implements Reading {
    /** What would have been right. */
    String expected() {
      return "a time that the clocks of %s showed: on %s they went forward from %s to %s"
          .formatted(
              zone,
              gap.getDateTimeBefore().toLocalDate(),
              gap.getDateTimeBefore().toLocalTime(),
              gap.getDateTimeAfter().toLocalTime());
    }
  }

  /**
   * A time as the report's JSON says it.
   *
   * @param text a date, or a time with its offset
   * @param date its local date
   * @param at the moment, null where only the day is known
   * @param toTheHour known no finer: the clocks showed it twice, or it says the hour alone
   */
  record Said(String text, LocalDate date, @Nullable Instant at, boolean toTheHour)
      implements Reading {}

  /** Reads a column that holds a date, or a date with a time. */
  Optional<Reading> read(String text) {
    return TimeSpellings.of(text).stream()
        .map(this::readSpelling)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Reading> readSpelling(String text) {
    var midnight = HOUR_24.matcher(text);
    var isHour24 = midnight.find();
    var days = isHour24 ? 1 : 0;
    for (var format : notation.dateFormats()) {
      var parsed =
          parse(format, isHour24 ? midnight.replaceFirst("00:") : text, CsvTimes::best)
              .orElse(null);
      if (parsed instanceof OffsetDateTime moment) {
        return Optional.of(said(moment.plusDays(days), false));
      }
      if (parsed instanceof LocalDateTime local) {
        var unknown = !isHour24 && isUnknown(local.toLocalTime(), "");
        return Optional.of(unknown ? said(local.toLocalDate()) : said(local.plusDays(days), false));
      }
      if (parsed instanceof LocalDate date) {
        return Optional.of(said(date));
      }
    }
    return Optional.empty();
  }

  /** Reads a date and a time in columns of their own. */
  Optional<Reading> read(LocalDate date, String time) {
    if (time.isBlank() || notation.unknownTimes().contains(time)) {
      return Optional.of(said(date));
    }
    return TimeSpellings.of(time).stream()
        .map(spelling -> readSpelling(date, spelling))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Reading> readSpelling(LocalDate date, String time) {
    var midnight = HOUR_24.matcher(time);
    var isHour24 = midnight.lookingAt();
    var clock = clock(isHour24 ? midnight.replaceFirst("00:") : time);
    if (clock.filter(at -> !isHour24 && isUnknown(at, time)).isPresent()) {
      return Optional.of(said(date));
    }
    return clock
        .map(at -> said(date.plusDays(isHour24 ? 1 : 0).atTime(at), false))
        .or(() -> parse(BARE_HOUR, time, LocalTime::from).map(at -> said(date.atTime(at), true)));
  }

  private Optional<LocalTime> clock(String text) {
    return Stream.concat(notation.timeFormats().stream(), Stream.of(HALVED))
        .map(format -> parse(format, text, LocalTime::from))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean isUnknown(LocalTime clock, String text) {
    return notation.unknownTimes().contains(text)
        || (clock.getSecond() == 0 && notation.unknownTimes().contains(clock.format(CLOCK)));
  }

  private static <T> Optional<T> parse(
      DateTimeFormatter format, String text, TemporalQuery<T> form) {
    try {
      return Optional.of(format.parse(text, form));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A moment with its offset, a local time or a date, whichever the format yields. */
  private static TemporalAccessor best(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      return OffsetDateTime.from(parsed);
    }
    return parsed.isSupported(ChronoField.HOUR_OF_DAY)
        ? LocalDateTime.from(parsed)
        : LocalDate.from(parsed);
  }

  private Reading said(LocalDateTime local, boolean toTheHour) {
    var rules = notation.zone().getRules();
    var offsets = rules.getValidOffsets(local);
    return offsets.isEmpty()
        ? new Skipped(notation.zone(), rules.getTransition(local))
        : said(local.atOffset(offsets.get(0)), toTheHour || offsets.size() > 1);
  }

  private static Said said(OffsetDateTime moment, boolean toTheHour) {
    var format = moment.getSecond() == 0 ? TO_THE_MINUTE : TO_THE_SECOND;
    return new Said(moment.format(format), moment.toLocalDate(), moment.toInstant(), toTheHour);
  }

  private static Said said(LocalDate date) {
    return new Said(date.toString(), date, null, false);
  }
}
