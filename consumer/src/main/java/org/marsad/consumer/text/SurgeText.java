package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Standing;
import org.marsad.message.SurgeFacts;

/**
 * Whom a hospital has to expect: {@code EXPECT 12 (5–23) within 90 min, 31 (15–90) within 24 h}.
 * Where the hour is not known, the day comes first.
 */
final class SurgeText {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final SurgeBasis basis;

  SurgeText(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.basis = new SurgeBasis(texts);
  }

  /** How the hospital stands where it does not simply receive, then the numbers. */
  List<String> chips(SurgeFacts surge, Alert alert) {
    var chips = new ArrayList<String>();
    if (surge.getStanding() != Standing.RECEIVING) {
      chips.add(texts.of("standing." + surge.getStanding()));
    }
    if (surge.getStanding() != Standing.CLOSED) {
      chips.add(expected(surge, alert));
    }
    return chips;
  }

  /** How many strikes it rests on: {@code 3 strikes up to 15:09}. */
  String inputs(SurgeFacts surge, Alert alert) {
    return texts.counted("surge.strikes", alert.getStrikes(), time.asOf(surge, alert));
  }

  /** With bounds, inputs and assumptions. */
  List<String> sentences(SurgeFacts surge, Alert alert) {
    var sentences = new ArrayList<String>();
    if (surge.getStanding() != Standing.RECEIVING) {
      sentences.add(texts.of("say.standing." + surge.getStanding()));
    }
    if (surge.getStanding() == Standing.CLOSED) {
      return sentences;
    }
    sentences.add(wounded(surge, alert));
    sentences.add(texts.of("say.surge.inputs", inputs(surge, alert), basis.of(surge)));
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
    var day = amounts.of(surge.getWithin24Hours());
    return time.isHourKnown(surge, alert)
        ? texts.of("surge.expect", amounts.of(surge.getWithin90Minutes()), day)
        : texts.of("surge.expect.day", day, withoutHour(surge));
  }

  private String withoutHour(SurgeFacts surge) {
    var most = surge.getWithin90Minutes().getHigh();
    return most == null || most == 0
        ? texts.of("surge.hour.chip")
        : texts.of("surge.hour.chip.most", most);
  }

  private String wounded(SurgeFacts surge, Alert alert) {
    if (!time.isHourKnown(surge, alert)) {
      return texts.of(
          "say.surge.day",
          place.of(alert),
          amounts.of(surge.getWithin24Hours()),
          amounts.of(surge.getCritical()),
          texts.sentence(amounts.withoutHour(surge)));
    }
    return texts.of(
        "say.surge",
        place.of(alert),
        amounts.of(surge.getWithin90Minutes()),
        amounts.of(surge.getWithin24Hours()),
        amounts.of(surge.getCritical()),
        time.moment(surge.getAsOf(), alert));
  }
}
