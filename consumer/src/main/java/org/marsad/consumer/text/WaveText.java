package org.marsad.consumer.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.WaveFacts;

/**
 * How much a wave was: {@code 6 strikes (6–8) in 48 min, 4 residential, at least 12 killed (10–15),
 * not reported: killed of 2, injured}.
 */
final class WaveText {
  private final Texts texts;
  private final Amounts amounts;
  private final Span span;

  WaveText(Texts texts) {
    this.texts = texts;
    this.amounts = new Amounts(texts);
    this.span = new Span(texts);
  }

  List<String> of(WaveFacts wave, Alert alert) {
    var facts = new ArrayList<String>();
    var length = Duration.between(alert.getOnset(), wave.getUntil());
    facts.add(
        texts.of("wave.strikes", amounts.of("strikes", wave.getStrikes()), span.inMinutes(length)));
    if (wave.getResidential() > 0) {
      facts.add(texts.of("wave.residential", wave.getResidential()));
    }
    var missing = new ArrayList<String>();
    add("IMPACTS", "impacts", wave.getImpacts(), wave.getUnreportedImpacts(), facts, missing);
    add("KILLED", "killed", wave.getKilled(), wave.getUnreportedKilled(), facts, missing);
    add("injured", "injured", wave.getInjured(), wave.getUnreportedInjured(), facts, missing);
    if (!missing.isEmpty()) {
      facts.add(texts.of("wave.unreported", texts.list(missing)));
    }
    return facts;
  }

  /** A sum over strikes of which some lack the value is a floor, and says of how many. */
  private void add(
      String key,
      String name,
      @Nullable CountRange sum,
      int unreported,
      List<String> facts,
      List<String> missing) {
    var called = texts.of("name." + name);
    if (sum == null) {
      missing.add(texts.of("wave.unreported.all", called));
      return;
    }
    facts.add(amounts.sum(key, sum, unreported));
    if (unreported > 0) {
      missing.add(texts.of("wave.unreported.of", called, unreported));
    }
  }
}
