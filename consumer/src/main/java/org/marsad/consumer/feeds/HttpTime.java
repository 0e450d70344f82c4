package org.marsad.consumer.feeds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as HTTP headers have them (RFC 9110, IMF-fixdate). */
final class HttpTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpTime() {}

  static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
