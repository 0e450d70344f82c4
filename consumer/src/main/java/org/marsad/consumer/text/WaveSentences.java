package org.marsad.consumer.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.WaveFacts;

/** A wave in sentences: how many strikes in what time, what they did, what is not reported. */
final class WaveSentences {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final Span span;

  WaveSentences(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.span = new Span(texts);
  }

  List<String> of(WaveFacts wave, Alert alert) {
    var sentences = new ArrayList<String>();
    sentences.add(texts.sentence(strikes(wave, alert)));
    if (wave.getResidential() > 0) {
      sentences.add(texts.counted("say.wave.residential", wave.getResidential()));
    }
    var sums = new ArrayList<String>();
    var missing = new ArrayList<String>();
    add("IMPACTS", wave.getImpacts(), wave.getUnreportedImpacts(), sums, missing);
    add("KILLED", wave.getKilled(), wave.getUnreportedKilled(), sums, missing);
    add("injured", wave.getInjured(), wave.getUnreportedInjured(), sums, missing);
    if (!sums.isEmpty()) {
      sentences.add(texts.of("say.wave.sum", texts.list(sums)));
    }
    if (!missing.isEmpty()) {
      sentences.add(texts.of("say.unreported", texts.list(missing)));
    }
    return sentences;
  }

  private String strikes(WaveFacts wave, Alert alert) {
    return texts.of(
        "say.wave",
        amounts.of("strikes", wave.getStrikes()),
        place.of(alert),
        span.inMinutes(Duration.between(alert.getOnset(), wave.getUntil())),
        time.when(alert),
        time.moment(wave.getUntil(), alert));
  }

  private void add(
      String key,
      @Nullable CountRange sum,
      int unreported,
      List<String> sums,
      List<String> missing) {
    if (sum == null) {
      missing.add(texts.of("name." + key.toLowerCase(Locale.ROOT)));
    } else {
      sums.add(amounts.sum(key, sum, unreported));
    }
  }
}
