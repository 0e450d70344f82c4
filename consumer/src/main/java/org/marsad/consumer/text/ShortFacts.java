package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.message.SilentSource;
import org.marsad.message.Standing;
import org.marsad.message.SubjectKind;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;
import org.marsad.schemas.Findings;

/**
 * What an alert comes to, for an SMS: the gravest finding, which is never lost, then the others.
 */
final class ShortFacts {
  private final Texts texts;
  private final AlertTime time;
  private final Amounts amounts;
  private final RepeatText repeats;
  private final SiteText sites;
  private final RecordText records;
  private final WaveText waves;
  private final SilentSourceText silentSources;
  private final SystemText systems;

  ShortFacts(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.amounts = Amounts.inFigures(texts);
    this.repeats = new RepeatText(texts, time);
    this.sites = new SiteText(texts, place);
    this.records = new RecordText(texts, time, place);
    this.waves = new WaveText(texts, time, place);
    this.silentSources = new SilentSourceText(texts, time);
    this.systems = new SystemText(texts);
  }

  List<ShortPart> of(Alert alert) {
    var groups = new ArrayList<List<ShortPart>>();
    var findings = alert.getFindings();
    findings.stream()
        .filter(f -> Chips.isBeforeCounts(f, alert))
        .forEach(f -> groups.add(of(f, alert)));
    var isAnybodyHurt = Findings.has(alert, Rule.CASUALTIES);
    if (Chips.isStrike(alert) && isAnybodyHurt) {
      groups.add(counts(alert));
    }
    findings.stream()
        .filter(f -> !Chips.isBeforeCounts(f, alert))
        .forEach(f -> groups.add(of(f, alert)));
    if (Chips.isStrike(alert) && !isAnybodyHurt) {
      groups.add(counts(alert));
    }
    if (alert.getSubject().getKind() == SubjectKind.WAVE) {
      groups.add(counts(alert));
    }
    groups.removeIf(List::isEmpty);
    if (groups.isEmpty()) {
      groups.add(List.of(ShortPart.of(strike(alert))));
    }
    return inOrder(groups);
  }

  /** The first part of the first group stays; the others can be lost as a whole, the last first. */
  private static List<ShortPart> inOrder(List<List<ShortPart>> groups) {
    var parts = new ArrayList<ShortPart>();
    for (var rank = 0; rank < groups.size(); rank++) {
      for (var part : groups.get(rank)) {
        if (parts.isEmpty()) {
          parts.add(part.kept());
        } else if (rank == 0 || part.forms().contains("")) {
          parts.add(part);
        } else {
          parts.add(part.or(rank == 1 ? Loss.SECOND_FINDING : Loss.THIRD_FINDING, ""));
        }
      }
    }
    return parts;
  }

  /** The gravest alone, as short as it can be said. */
  String lead(Alert alert) {
    var parts = of(alert);
    var first = parts.get(0);
    return first.forms().stream().filter(form -> !form.isEmpty()).findFirst().orElse(first.text());
  }

  private List<ShortPart> of(Finding finding, Alert alert) {
    return switch (finding.getRule()) {
      case CASUALTIES -> List.of(); // told by the counts
      case REPEAT_STRIKE ->
          List.of(
              ShortPart.of(repeats.chip(finding, alert))
                  .or(Loss.DETAIL, repeats.brief(finding, alert))
                  .or(Loss.COUNT, repeats.briefest(finding)));
      case PROTECTED_SITE_STRIKE -> List.of(sites(finding, alert));
      case RESIDENTIAL_STRIKE ->
          List.of(
              ShortPart.of(
                  texts.of(
                      Findings.isLikely(finding.getCertainty())
                          ? "residential"
                          : "residential.maybe")));
      case HEAVIEST_IN_DAYS -> heaviest(finding, alert);
      case UNPLACED_STRIKE -> List.of(ShortPart.of(texts.of("unplaced")));
      case WAVE -> wave(finding.getWave(), alert);
      case HOSPITAL_SURGE -> surge(finding.getSurge(), alert);
      case SOURCE_SILENT -> silent(finding.getSilentSource());
      case UNREACHED, SET_ASIDE, EMPTY_SHIFT, CHANNEL_TEST ->
          List.of(ShortPart.of(systems.chip(finding, alert)));
      case OTHER -> List.of(ShortPart.of(texts.of("event.OTHER")));
    };
  }

  private ShortPart sites(Finding finding, Alert alert) {
    if (alert.getSubject().getKind() == SubjectKind.SITE) {
      return ShortPart.of(texts.of("site.own.plain"));
    }
    return ShortPart.of(texts.list(sites.chips(finding))).or(Loss.DETAIL, sites.brief(finding));
  }

  private List<ShortPart> heaviest(Finding finding, Alert alert) {
    var parts = new ArrayList<ShortPart>();
    parts.add(ShortPart.of(records.brief(finding)).or(Loss.DETAIL, records.briefest(finding)));
    if (!finding.getRecords().isEmpty() && alert.getSubject().getKind() == SubjectKind.DAY) {
      var first = finding.getRecords().get(0);
      var key = first.getMeasure().name();
      parts.add(
          ShortPart.of(amounts.of(first))
              .or(Loss.BOUNDS, amounts.brief(key, first.getValue()))
              .or(Loss.COUNT, ""));
    }
    return parts;
  }

  private List<ShortPart> wave(@Nullable WaveFacts wave, Alert alert) {
    if (wave == null) {
      return List.of(ShortPart.of(texts.of("event.WAVE")));
    }
    var strikes = amounts.brief("strikes", wave.getStrikes());
    var parts = new ArrayList<ShortPart>();
    parts.add(
        ShortPart.of(texts.of("wave.strikes", strikes, waves.length(wave, alert)))
            .or(Loss.DETAIL, texts.of("wave.short", strikes)));
    return parts;
  }

  private List<ShortPart> surge(@Nullable SurgeFacts surge, Alert alert) {
    if (surge == null) {
      return List.of(ShortPart.of(texts.of("event.HOSPITAL_SURGE")));
    }
    var parts = new ArrayList<ShortPart>();
    if (surge.getStanding() != Standing.RECEIVING) {
      parts.add(ShortPart.of(texts.of("standing." + surge.getStanding())));
    }
    if (surge.getStanding() == Standing.CLOSED) {
      return parts;
    }
    var isLead = parts.isEmpty();
    if (time.isHourKnown(surge, alert)) {
      parts.add(first(expected("short.soon.expect", surge.getWithin90Minutes()), isLead));
      parts.add(expected("short.day", surge.getWithin24Hours()).or(Loss.SECOND_COUNT, ""));
    } else {
      parts.add(first(expected("short.day.expect", surge.getWithin24Hours()), isLead));
      parts.add(ShortPart.of(texts.of("short.hour")).or(Loss.SECOND_COUNT, ""));
    }
    parts.add(expected("short.critical", surge.getCritical()).or(Loss.DETAIL, ""));
    return parts;
  }

  /** The first number is lost only where how the hospital stands is told before it. */
  private static ShortPart first(ShortPart part, boolean isLead) {
    return isLead ? part : part.or(Loss.COUNT, "");
  }

  private ShortPart expected(String key, CountRange range) {
    return ShortPart.of(texts.of(key, amounts.of(range)))
        .or(Loss.BOUNDS, texts.of(key, amounts.best(range)));
  }

  private List<ShortPart> silent(@Nullable SilentSource source) {
    var parts = new ArrayList<ShortPart>();
    parts.add(ShortPart.of(texts.of("event.SOURCE_SILENT")));
    if (source != null) {
      parts.add(ShortPart.of(silentSources.kind(source)).or(Loss.DETAIL, ""));
      parts.add(ShortPart.of(silentSources.heard(source)).or(Loss.COUNT, ""));
    }
    return parts;
  }

  private String strike(Alert alert) {
    var means = alert.getDelivery() == null ? DeliveryMeans.UNKNOWN : alert.getDelivery();
    return texts.of("strike." + means);
  }

  /** The first that is known is the last to be lost. */
  private List<ShortPart> counts(Alert alert) {
    var parts = new ArrayList<ShortPart>();
    if (Findings.of(alert, Rule.CASUALTIES).map(Chips::isUncounted).orElse(false)) {
      parts.add(
          ShortPart.of(Chips.uncounted(texts, alert))
              .or(Loss.SECOND_COUNT, texts.of("short.uncounted"))
              .or(Loss.COUNT, ""));
    }
    add("KILLED", alert.getKilled(), parts);
    add("injured", alert.getInjured(), parts);
    add("IMPACTS", alert.getImpacts(), parts);
    return parts;
  }

  private void add(String key, @Nullable CountRange range, List<ShortPart> parts) {
    if (range == null) {
      return;
    }
    var loss =
        switch (parts.size()) {
          case 0 -> Loss.COUNT;
          case 1 -> Loss.SECOND_COUNT;
          default -> Loss.DETAIL;
        };
    parts.add(
        ShortPart.of(amounts.of(key, range))
            .or(Loss.BOUNDS, amounts.brief(key, range))
            .or(loss, ""));
  }
}
