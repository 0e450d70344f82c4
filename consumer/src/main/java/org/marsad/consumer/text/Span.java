package org.marsad.consumer.text;

import java.time.Duration;

/** Lengths of time in words: {@code 30 s}, {@code 48 min}, {@code 2 h 10 min}. */
final class Span {
  private static final int SECONDS = 60;
  private static final int MINUTES = 60;
  private static final int HOURS_FROM = 120;

  private final Texts texts;

  Span(Texts texts) {
    this.texts = texts;
  }

  /** To the second where it is no whole number of minutes. */
  String exactly(Duration length) {
    var seconds = length.toSeconds();
    return seconds % SECONDS == 0 && seconds > 0
        ? inMinutes(length)
        : texts.counted("span.seconds", (int) seconds);
  }

  /** To the minute, from two hours on in hours and minutes. */
  String inMinutes(Duration length) {
    var minutes = (int) length.toMinutes();
    if (minutes < HOURS_FROM) {
      return texts.counted("span.minutes", minutes);
    }
    var hours = texts.counted("span.hours", minutes / MINUTES);
    return minutes % MINUTES == 0
        ? hours
        : texts.of("span.and", hours, texts.counted("span.minutes", minutes % MINUTES));
  }
}
