package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.RecordFacts;

/** Counts in words, with their bounds; what was not reported is left out, never shown as 0. */
final class Amounts {
  private final Texts texts;

  Amounts(Texts texts) {
    this.texts = texts;
  }

  /** {@code 59 killed (59–74)}; {@code at least 59 killed} where some strikes lack the value. */
  String of(RecordFacts facts) {
    var amount = of(facts.getMeasure().name(), facts.getValue());
    return facts.getUnreported() > 0 ? texts.of("amount.floor", amount) : amount;
  }

  /** What is known of one strike: {@code 6 impacts, 45 killed (40–50)}. */
  List<String> of(Alert alert) {
    var known = new ArrayList<String>();
    if (alert.getImpacts() != null) {
      known.add(of("IMPACTS", alert.getImpacts()));
    }
    if (alert.getKilled() != null) {
      known.add(of("KILLED", alert.getKilled()));
    }
    if (alert.getInjured() != null) {
      known.add(of("injured", alert.getInjured()));
    }
    return known;
  }

  /** {@code 4 killed (2–6)}; the key says of what, as in {@code amount.KILLED}. */
  String of(String key, CountRange range) {
    return texts.counted("amount." + key, range.getBest(), best(range)) + bounds(range);
  }

  /** The bare number with its bounds: {@code 12 (5–23)}. */
  String of(CountRange range) {
    return best(range) + bounds(range);
  }

  private String best(CountRange range) {
    var open = range.getHigh() == null && range.getLow() == range.getBest();
    return open
        ? texts.of("amount.open", range.getBest())
        : texts.of("amount.plain", range.getBest());
  }

  private String bounds(CountRange range) {
    var low = range.getLow();
    var high = range.getHigh();
    if (high == null) {
      return low == range.getBest() ? "" : " (" + texts.of("amount.open", low) + ")";
    }
    return low == high ? "" : " (" + texts.of("amount.range", low, high) + ")";
  }
}
