package org.marsad.consumer.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.SilenceFacts;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;

/** How much it was, for an SMS: the killed before the injured before the impacts. */
final class ShortFacts {
  private final Texts texts;
  private final AlertTime time;
  private final Amounts amounts;
  private final SiteText sites;
  private final Span span;

  ShortFacts(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
    this.amounts = Amounts.inFigures(texts);
    this.sites = new SiteText(texts);
    this.span = new Span(texts);
  }

  List<ShortPart> of(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return List.of(
          ShortPart.of(texts.code("reason", alert.getReason().getCode())).or(Loss.WHY, ""));
    }
    if (alert.getSurge() != null) {
      return surge(alert.getSurge(), alert);
    }
    if (alert.getWave() != null) {
      return wave(alert.getWave(), alert);
    }
    var silence = alert.getSilence();
    if (silence != null) {
      return List.of(
          ShortPart.of(texts.of("source." + silence.getSourceKind())).or(Loss.DETAIL, ""),
          ShortPart.of(heard(silence)).or(Loss.COUNT, ""));
    }
    var record = alert.getRecord();
    if (record != null) {
      var key = record.getMeasure().name();
      return List.of(
          ShortPart.of(amounts.of(record))
              .or(Loss.BOUNDS, amounts.brief(key, record.getValue()))
              .or(Loss.COUNT, ""));
    }
    return strike(alert);
  }

  private String heard(SilenceFacts silence) {
    return texts.counted("silence.heard", silence.getSourcesExpected(), silence.getSourcesHeard());
  }

  private List<ShortPart> strike(Alert alert) {
    var parts = new ArrayList<ShortPart>();
    if (!alert.getProtectedSites().isEmpty()) {
      parts.add(
          ShortPart.of(texts.list(sites.of(alert.getProtectedSites())))
              .or(Loss.DETAIL, sites.kinds(alert.getProtectedSites()))
              .or(Loss.SECOND_COUNT, ""));
    }
    add("KILLED", alert.getKilled(), parts);
    add("injured", alert.getInjured(), parts);
    add("IMPACTS", alert.getImpacts(), parts);
    return parts;
  }

  private List<ShortPart> wave(WaveFacts wave, Alert alert) {
    var length = Duration.between(alert.getOnset(), wave.getUntil());
    var strikes = amounts.brief("strikes", wave.getStrikes());
    var parts = new ArrayList<ShortPart>();
    parts.add(
        ShortPart.of(texts.of("wave.strikes", strikes, span.inMinutes(length)))
            .or(Loss.DETAIL, strikes)
            .or(Loss.COUNT, ""));
    add("KILLED", wave.getKilled(), parts);
    add("injured", wave.getInjured(), parts);
    return parts;
  }

  private List<ShortPart> surge(SurgeFacts surge, Alert alert) {
    if (!time.isHourKnown(surge, alert)) {
      return List.of(
          expected("short.day", surge.getWithin24Hours(), Loss.COUNT),
          ShortPart.of(texts.of("short.hour")).or(Loss.SECOND_COUNT, ""),
          expected("short.critical", surge.getCritical(), Loss.DETAIL));
    }
    return List.of(
        expected("short.soon", surge.getWithin90Minutes(), Loss.COUNT),
        expected("short.day", surge.getWithin24Hours(), Loss.SECOND_COUNT),
        expected("short.critical", surge.getCritical(), Loss.DETAIL));
  }

  private ShortPart expected(String key, CountRange range, Loss loss) {
    return ShortPart.of(texts.of(key, amounts.of(range)))
        .or(Loss.BOUNDS, texts.of(key, amounts.best(range)))
        .or(loss, "");
  }

  /** The first that is known is the last to be lost. */
  private void add(String key, @Nullable CountRange range, List<ShortPart> parts) {
    if (range != null) {
      var first = parts.stream().noneMatch(part -> part.losses().contains(Loss.COUNT));
      parts.add(
          ShortPart.of(amounts.of(key, range))
              .or(Loss.BOUNDS, amounts.brief(key, range))
              .or(first ? Loss.COUNT : Loss.DETAIL, ""));
    }
  }
}
