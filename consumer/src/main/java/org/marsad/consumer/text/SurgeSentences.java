package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.SurgeFacts;

/** Whom a hospital has to expect, with bounds, inputs and assumptions, in sentences. */
final class SurgeSentences {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final SurgeBasis basis;

  SurgeSentences(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.basis = new SurgeBasis(texts);
  }

  List<String> of(SurgeFacts surge, Alert alert) {
    var sentences = new ArrayList<String>();
    sentences.add(expected(surge, alert));
    sentences.add(inputs(surge, alert));
    sentences.add(
        texts.of(
            "say.surge.assumed",
            surge.getWoundedPerKilledLow(),
            surge.getWoundedPerKilledHigh(),
            Math.round(100 * surge.getArrivingLow()),
            Math.round(100 * surge.getArrivingHigh())));
    if (surge.getSiteId() != null) {
      sentences.add(
          texts.counted(
              "say.surge.share", surge.getReceiving(), Math.round(100 * surge.getShare())));
    }
    return sentences;
  }

  private String expected(SurgeFacts surge, Alert alert) {
    var key = surge.getSiteId() == null ? "say.surge.nowhere" : "say.surge";
    if (!time.isHourKnown(surge, alert)) {
      return texts.of(
          key + ".day",
          place.of(alert),
          amounts.of(surge.getWithin24Hours()),
          amounts.of(surge.getCritical()),
          texts.sentence(amounts.withoutHour(surge)));
    }
    return texts.of(
        key,
        place.of(alert),
        amounts.of(surge.getWithin90Minutes()),
        amounts.of(surge.getWithin24Hours()),
        amounts.of(surge.getCritical()),
        time.moment(surge.getAsOf(), alert));
  }

  private String inputs(SurgeFacts surge, Alert alert) {
    var until = time.asOf(surge, alert);
    return texts.of(
        "say.surge.inputs",
        texts.counted("surge.strikes", surge.getStrikes(), until),
        basis.of(surge));
  }
}
