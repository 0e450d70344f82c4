package org.marsad.consumer.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A moment that is of no area: in UTC, to the second, {@code 2026-03-01 10:00:20Z}. */
public final class UtcTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private UtcTime() {}

  /** In this form. */
  public static String of(Instant at) {
    return FORM.format(at);
  }
}
