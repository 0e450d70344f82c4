package org.marsad.consumer.text;

import java.time.Duration;
import org.marsad.message.Alert;
import org.marsad.message.SilenceFacts;

/**
 * Who is silent, never by name: {@code an observer of Aleppo not heard since 14:05, expected every
 * 5 min; 2 of 3 sources heard}.
 */
final class SilenceText {
  private final Texts texts;
  private final AlertTime time;
  private final Span span;

  SilenceText(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
    this.span = new Span(texts);
  }

  String of(SilenceFacts silence, Alert alert, String areaName) {
    return texts.of(
        "silence.since",
        texts.of("source." + silence.getSourceKind()),
        areaName,
        time.moment(silence.getLastHeardAt(), alert),
        span.exactly(Duration.ofSeconds(silence.getEverySeconds())),
        texts.counted("silence.heard", silence.getSourcesExpected(), silence.getSourcesHeard()));
  }
}
