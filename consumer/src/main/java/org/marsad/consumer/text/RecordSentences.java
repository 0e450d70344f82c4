package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;

/** A record in sentences: the value, since when nothing reached it, how certain that is. */
final class RecordSentences {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;

  RecordSentences(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
  }

  /**
   * @param strikes for the facts of the one strike that is the record
   */
  List<String> of(RecordFacts facts, Alert alert, StrikeSentences strikes) {
    var sentences = new ArrayList<String>();
    sentences.add(texts.sentence(record(facts, alert)));
    if (facts.getCertainDays() < facts.getLikelyDays()
        || facts.getPossibleDays() > facts.getLikelyDays()) {
      sentences.add(
          texts.of(
              "say.record.bounds", days(facts.getCertainDays()), days(facts.getPossibleDays())));
    }
    if (facts.getUnreported() > 0) {
      sentences.add(texts.counted("say.record.floor", facts.getUnreported()));
    }
    if (facts.getScale() == Scale.STRIKE) {
      sentences.addAll(strikes.facts(alert));
    }
    return sentences;
  }

  private String record(RecordFacts facts, Alert alert) {
    var day = facts.getDay();
    var since =
        facts.getSinceRecordsBegan()
            ? facts.getRecordsBegan()
            : day.minusDays(facts.getLikelyDays());
    return texts.of(
        "say.record." + facts.getScale() + (facts.getSinceRecordsBegan() ? ".began" : ".since"),
        amounts.of(facts),
        place.of(alert),
        time.date(day),
        days(facts.getLikelyDays()),
        time.date(since));
  }

  private String days(int days) {
    return texts.counted("days", days);
  }
}
