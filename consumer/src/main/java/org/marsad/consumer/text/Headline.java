package org.marsad.consumer.text;

import java.util.ArrayList;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;

/**
 * {@code EXERCISE – UPDATE – REPEAT STRIKE, Al-Fardous, Aleppo, 14:21: 340 m from the strike of
 * 14:05}.
 */
final class Headline {
  private final Texts texts;
  private final AlertLine line;
  private final AlertTime time;

  Headline(AreaNames names, Texts texts) {
    this.texts = texts;
    this.line = new AlertLine(names, texts.locale(), false);
    this.time = new AlertTime(texts);
  }

  /** What it is about. */
  String event(Alert alert) {
    return line.claim(alert).get(0);
  }

  /** As long as it comes. */
  String of(Alert alert) {
    var marks = new ArrayList<String>();
    if (alert.getReality() != Reality.ACTUAL) {
      marks.add(texts.of("reality." + alert.getReality()));
    }
    if (alert.getMessageType() != MessageType.ALERT) {
      marks.add(texts.of("type." + alert.getMessageType()));
    }
    var claim = line.claim(alert);
    var facts = claim.size() > 2 ? claim.get(2) : "";
    marks.add(
        facts.isEmpty()
            ? texts.of("headline.bare", claim.get(0), claim.get(1), time.of(alert))
            : texts.of("headline", claim.get(0), claim.get(1), time.of(alert), facts));
    return String.join(" – ", marks);
  }
}
