package org.marsad.consumer.feeds.cap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as CAP wants them: {@code 2016-10-11T14:05:00+03:00}, with seconds, without a fraction,
 * never {@code Z}; UTC is {@code -00:00}.
 */
final class CapTime {
  /** The form, in words. */
  static final String FORM = "a time such as 2016-10-11T14:05:00+03:00, UTC as -00:00";

  private static final Pattern SHAPE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final String UTC = "+00:00";

  private final ZoneId zone;

  private CapTime(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Times on the clocks of a place; in UTC where the zone is not known.
   *
   * @param zone IANA name
   */
  static CapTime in(String zone) {
    try {
      return new CapTime(ZoneId.of(zone));
    } catch (DateTimeException unknown) {
      return new CapTime(ZoneOffset.UTC);
    }
  }

  String of(Instant instant) {
    var at = instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    var wholeMinutes = at.getOffset().getTotalSeconds() % 60 == 0;
    var text = FORMAT.format(wholeMinutes ? at : at.withOffsetSameInstant(ZoneOffset.UTC));
    return text.endsWith(UTC) ? text.substring(0, text.length() - UTC.length()) + "-00:00" : text;
  }

  /** The time that a text stands for; empty where it has not the form. */
  static Optional<Instant> parse(String text) {
    if (!SHAPE.matcher(text).matches() || text.endsWith(UTC)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
