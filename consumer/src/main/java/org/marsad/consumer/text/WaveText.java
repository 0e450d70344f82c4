package org.marsad.consumer.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.WaveFacts;

/**
 * How much a wave was: {@code WAVE: 6 strikes (6–8) in 48 min}, {@code at least 12 killed (10–15)},
 * {@code 4 residential}.
 */
final class WaveText {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final Span span;

  WaveText(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.span = new Span(texts);
  }

  List<String> chips(WaveFacts wave, Alert alert) {
    var chips = new ArrayList<String>();
    chips.add(
        texts.of("wave.strikes", amounts.of("strikes", wave.getStrikes()), length(wave, alert)));
    var counts = counts(wave, alert);
    if (!counts.isEmpty()) {
      chips.add(texts.list(counts));
    } else if (alert.getKilled() == null && alert.getInjured() == null) {
      chips.add(texts.of("uncounted"));
    }
    if (wave.getResidential() > 0) {
      chips.add(texts.of("wave.residential", wave.getResidential()));
    }
    return chips;
  }

  /** Its length without its seconds. */
  String length(WaveFacts wave, Alert alert) {
    return span.inMinutes(Duration.between(alert.getOnset(), wave.getUntil()));
  }

  List<String> sentences(WaveFacts wave, Alert alert) {
    var sentences = new ArrayList<String>();
    sentences.add(
        texts.sentence(
            texts.of(
                "say.wave",
                amounts.of("strikes", wave.getStrikes()),
                place.of(alert),
                length(wave, alert),
                time.when(alert),
                time.moment(wave.getUntil(), alert))));
    if (wave.getResidential() > 0) {
      sentences.add(texts.counted("say.wave.residential", wave.getResidential()));
    }
    var counts = counts(wave, alert);
    if (!counts.isEmpty()) {
      sentences.add(texts.of("say.wave.sum", texts.list(counts)));
    }
    var missing = missing(wave, alert);
    if (!missing.isEmpty()) {
      sentences.add(texts.of("say.unreported", texts.list(missing)));
    }
    return sentences;
  }

  private List<String> counts(WaveFacts wave, Alert alert) {
    var counts = new ArrayList<String>();
    add("KILLED", alert.getKilled(), wave.getUnreportedKilled(), counts);
    add("injured", alert.getInjured(), wave.getUnreportedInjured(), counts);
    add("IMPACTS", alert.getImpacts(), wave.getUnreportedImpacts(), counts);
    return counts;
  }

  /** A sum over strikes of which some lack the value is a floor. */
  private void add(String key, @Nullable CountRange sum, int unreported, List<String> counts) {
    if (sum != null) {
      counts.add(amounts.sum(key, sum, unreported));
    }
  }

  private List<String> missing(WaveFacts wave, Alert alert) {
    var missing = new ArrayList<String>();
    miss("KILLED", alert.getKilled(), wave.getUnreportedKilled(), missing);
    miss("INJURED", alert.getInjured(), wave.getUnreportedInjured(), missing);
    miss("IMPACTS", alert.getImpacts(), wave.getUnreportedImpacts(), missing);
    return missing;
  }

  private void miss(String key, @Nullable CountRange sum, int unreported, List<String> missing) {
    var called = texts.of("name." + key.toLowerCase(Locale.ROOT));
    if (sum == null) {
      missing.add(called);
    } else if (unreported > 0) {
      missing.add(texts.counted("say.unreported.of", unreported, called));
    }
  }
}
