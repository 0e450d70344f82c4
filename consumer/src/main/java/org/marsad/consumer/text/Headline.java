package org.marsad.consumer.text;

import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.SurgeFacts;

/**
 * {@code EXERCISE – UPDATE – REPEAT STRIKE, Al-Fardous, Aleppo, 14:21: 340 m from the strike of
 * 14:05}.
 */
final class Headline {
  private final Texts texts;
  private final AlertLine line;
  private final AlertTime time;
  private final Amounts amounts;

  Headline(AreaNames names, Texts texts) {
    this.texts = texts;
    this.line = new AlertLine(names, texts.locale(), false);
    this.time = new AlertTime(texts);
    this.amounts = new Amounts(texts);
  }

  /** What it is about. */
  String event(Alert alert) {
    return line.claim(alert).get(0);
  }

  /** The same, with whether it updates or withdraws an earlier one. */
  String title(Alert alert) {
    return alert.getMessageType() == MessageType.ALERT
        ? event(alert)
        : marked(texts.of("type." + alert.getMessageType()), event(alert));
  }

  /** Where and when. */
  String where(Alert alert) {
    var surge = alert.getSurge();
    var when = surge == null ? time.of(alert) : time.asOf(surge, alert);
    return texts.of("headline.where", line.claim(alert).get(1), when);
  }

  /** All of it, as long as it comes. */
  String of(Alert alert) {
    var facts = facts(alert);
    var said =
        facts.isEmpty()
            ? texts.of("headline.bare", title(alert), where(alert))
            : texts.of("headline", title(alert), where(alert), facts);
    return alert.getReality() == Reality.ACTUAL
        ? said
        : marked(texts.of("reality." + alert.getReality()), said);
  }

  private String facts(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return texts.code("reason", alert.getReason().getCode());
    }
    if (alert.getSurge() != null) {
      return expected(alert.getSurge(), alert);
    }
    var claim = line.claim(alert);
    return claim.size() > 2 ? claim.get(2) : "";
  }

  private String expected(SurgeFacts surge, Alert alert) {
    var key = surge.getSiteId() == null ? "headline.nowhere" : "headline.surge";
    var day = amounts.of(surge.getWithin24Hours());
    return time.isHourKnown(surge, alert)
        ? texts.of(key, amounts.of(surge.getWithin90Minutes()), day)
        : texts.of(key + ".day", day);
  }

  private static String marked(String mark, String text) {
    return mark + " – " + text;
  }
}
