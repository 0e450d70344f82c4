package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.RecordFacts;
import org.marsad.message.SurgeFacts;

/** Counts in words, with their bounds; what was not reported is left out, never shown as 0. */
final class Amounts {
  private final Texts texts;
  private final String bounds;

  Amounts(Texts texts) {
    this(texts, "amount");
  }

  private Amounts(Texts texts, String bounds) {
    this.texts = texts;
    this.bounds = bounds;
  }

  /** Bounds in figures where they are otherwise in words. */
  static Amounts inFigures(Texts texts) {
    return new Amounts(texts, "figures");
  }

  /** {@code 59 killed (59–74)}; {@code at least 59 killed} where some strikes lack the value. */
  String of(RecordFacts facts) {
    return sum(facts.getMeasure().name(), facts.getValue(), facts.getUnreported());
  }

  /** What is known of people first: {@code 45 killed (40–50), 30 injured, 6 impacts}. */
  List<String> of(Alert alert) {
    var known = new ArrayList<String>();
    add("KILLED", alert.getKilled(), known);
    add("injured", alert.getInjured(), known);
    add("IMPACTS", alert.getImpacts(), known);
    return known;
  }

  /** {@code 4 killed (2–6)}; the key says of what, as in {@code amount.KILLED}. */
  String of(String key, CountRange range) {
    return sum(key, range, 0);
  }

  /** A sum over strikes; a floor where some of them lack the value. */
  String sum(String key, CountRange range, int unreported) {
    var amount = brief(key, range);
    var floor = unreported > 0 && !isOpen(range) ? texts.of("amount.floor", amount) : amount;
    return floor + bounds(range);
  }

  /** Without its bounds: {@code 4 killed}, {@code at least 4 killed}. */
  String brief(String key, CountRange range) {
    var amount = texts.counted("amount." + key, range.getBest());
    return isOpen(range) ? texts.of("amount.floor", amount) : amount;
  }

  /** The bare number with its bounds: {@code 12 (5–23)}. */
  String of(CountRange range) {
    return best(range) + bounds(range);
  }

  /** The bare number: {@code 12}, {@code 12+}. */
  String best(CountRange range) {
    return isOpen(range)
        ? texts.of(bounds + ".open", range.getBest())
        : texts.of("amount.plain", range.getBest());
  }

  /** What is known of those within 90 minutes where nobody knows from which hour on. */
  String withoutHour(SurgeFacts surge) {
    var most = surge.getWithin90Minutes().getHigh();
    return most == null || most == 0 ? texts.of("surge.hour") : texts.of("surge.hour.most", most);
  }

  private void add(String key, @Nullable CountRange range, List<String> known) {
    if (range != null) {
      known.add(of(key, range));
    }
  }

  /** After a space and in brackets; empty where the best says it all. */
  String bounds(CountRange range) {
    var low = range.getLow();
    var high = range.getHigh();
    if (high == null) {
      return low == range.getBest() ? "" : " (" + texts.of(bounds + ".open", low) + ")";
    }
    return low == high ? "" : " (" + texts.of(bounds + ".range", low, high) + ")";
  }

  /** The best is the least, and nothing is said of the most. */
  private static boolean isOpen(CountRange range) {
    return range.getHigh() == null && range.getLow() == range.getBest();
  }
}
