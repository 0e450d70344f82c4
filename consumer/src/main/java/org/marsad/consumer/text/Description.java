package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;

/** An alert in sentences: what it is, what it rests on, how sure it is, what it replaces. */
final class Description {
  private final Texts texts;
  private final AlertTime time;
  private final StrikeSentences strikes;
  private final RecordSentences records;
  private final WaveSentences waves;
  private final SurgeSentences surges;
  private final SilenceText silences;
  private final AlertPlace place;

  Description(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.strikes = new StrikeSentences(texts, time, place);
    this.records = new RecordSentences(texts, time, place);
    this.waves = new WaveSentences(texts, time, place);
    this.surges = new SurgeSentences(texts, time, place);
    this.silences = new SilenceText(texts, time);
  }

  List<String> of(Alert alert) {
    var sentences = new ArrayList<>(reality(alert));
    if (alert.getMessageType() == MessageType.CANCEL) {
      sentences.add(texts.of("say.withdrawn", reason(alert)));
      sentences.add(texts.of("say.said", claim(alert).get(0)));
    } else {
      sentences.addAll(claim(alert));
      if (alert.getRule() != Rule.SOURCE_SILENT) { // our own observation, nobody's word
        sentences.add(trust(alert));
      }
    }
    if (!alert.getReferences().isEmpty()) {
      sentences.add(replaced(alert));
    }
    return sentences;
  }

  /** Nothing where it is about what has happened. */
  List<String> reality(Alert alert) {
    return alert.getReality() == Reality.ACTUAL
        ? List.of()
        : List.of(texts.of("say.reality." + alert.getReality()));
  }

  private List<String> claim(Alert alert) {
    if (alert.getSurge() != null) {
      return surges.of(alert.getSurge(), alert);
    }
    if (alert.getSilence() != null) {
      var who = silences.of(alert.getSilence(), alert, place.area(alert));
      return List.of(texts.sentence(texts.of("say.silent", who)));
    }
    if (alert.getWave() != null) {
      return waves.of(alert.getWave(), alert);
    }
    if (alert.getRecord() != null) {
      return records.of(alert.getRecord(), alert, strikes);
    }
    return strikes.of(alert);
  }

  private String reason(Alert alert) {
    return texts.code("reason", alert.getReason().getCode());
  }

  private String trust(Alert alert) {
    return texts.of(
        "say.trust",
        texts.of("certainty." + alert.getCertainty()),
        texts.counted("sources.independent", alert.getSources()));
  }

  private String replaced(Alert alert) {
    var references = alert.getReferences();
    var latest = references.get(references.size() - 1).getSentAt();
    return texts.of("say.replaces." + alert.getMessageType(), time.moment(latest, alert));
  }
}
