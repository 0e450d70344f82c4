package org.marsad.consumer.text;

import java.time.Duration;
import org.marsad.message.Alert;
import org.marsad.message.SilentSource;

/**
 * Which source is silent, never by name: {@code an observer of Aleppo not heard since 14:05,
 * expected every 5 min; 2 of 3 sources heard}.
 */
final class SilentSourceText {
  private final Texts texts;
  private final AlertTime time;
  private final Span span;

  SilentSourceText(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
    this.span = new Span(texts);
  }

  String of(SilentSource source, Alert alert, String areaName) {
    return texts.of(
        "silent.since",
        kind(source),
        areaName,
        time.moment(source.getLastHeardAt(), alert),
        span.exactly(Duration.ofSeconds(source.getEverySeconds())),
        heard(source));
  }

  /** {@code an observer}. */
  String kind(SilentSource source) {
    return texts.of("source." + source.getSourceKind());
  }

  /** {@code 2 of 3 sources heard}. */
  String heard(SilentSource source) {
    return texts.counted("silent.heard", source.getSourcesExpected(), source.getSourcesHeard());
  }
}
