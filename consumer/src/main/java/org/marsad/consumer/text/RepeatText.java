package org.marsad.consumer.text;

import org.marsad.message.Alert;
import org.marsad.message.RepeatFacts;

/** What a strike repeats: {@code 340 m from the strike of 14:05}. */
final class RepeatText {
  private final Texts texts;
  private final AlertTime time;
  private final Distance distance;

  RepeatText(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
    this.distance = new Distance(texts);
  }

  /** The latest of the earlier strikes, and how many there were before it. */
  String of(RepeatFacts facts, Alert alert) {
    var metres = distance.of(facts.getDistanceMetres());
    var when = time.moment(facts.getEarlierOnset(), alert);
    var more = facts.getEarlierStrikeIds().size() - 1;
    return more > 0
        ? texts.counted("repeat.more", more, metres, when)
        : texts.of("repeat.from", metres, when);
  }
}
