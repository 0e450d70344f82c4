package org.marsad.processor.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.message.SiteHit;
import org.marsad.message.Strike;
import org.marsad.message.SubjectKind;
import org.marsad.processor.oracle.Facts;
import org.marsad.processor.oracle.Range;

/** What messages claim, in the words of the oracle. Strikes are named by their reports. */
final class Read {
  private Read() {}

  static String subject(Strike strike) {
    return strike.getReality() + " STRIKE " + String.join("+", strike.getReportIds());
  }

  static Facts facts(Strike strike) {
    var facts =
        new Facts()
            .with("reports", strike.getReportIds())
            .with("sources", strike.getSources())
            .with("lineages", strike.getLineages())
            .with("certainty", strike.getCertainty())
            .with("neighbourhood", strike.getNeighbourhood())
            .with("placeBasis", strike.getPlaceBasis())
            .with("placeText", strike.getPlaceText())
            .with("lat", strike.getLat())
            .with("lon", strike.getLon())
            .with("radiusMetres", strike.getRadiusMetres())
            .with("from", strike.getOccurredFrom())
            .with("until", strike.getOccurredUntil())
            .with("precision", strike.getTimePrecision())
            .with("statedApartSeconds", strike.getStatedApartSeconds())
            .with("delivery", strike.getDelivery())
            .with("deliveryBasis", strike.getDeliveryBasis())
            .with("impacts", Range.from(strike.getImpacts()))
            .with("killed", Range.from(strike.getKilled()))
            .with("injured", Range.from(strike.getInjured()))
            .with("targets", new TreeSet<>(strike.getTargets()))
            .with("marks", strike.getMarks())
            .with("decisions", strike.getDecisionIds());
    var verdict = strike.getResidential();
    return verdict == null
        ? facts
        : facts
            .with("residentialBasis", verdict.getBasis())
            .with("residentialCertainty", verdict.getCertainty())
            .with("livedInShare", verdict.getLivedInShare());
  }

  /**
   * What the alert is about.
   *
   * @param names of its strikes, by id
   */
  static String subject(Alert alert, Map<String, String> names) {
    var kind = alert.getSubject().getKind();
    var id = alert.getSubject().getId();
    var what =
        switch (kind) {
          case STRIKE -> name(id, names);
          case DAY -> id.substring(id.lastIndexOf(':') + 1);
          case WAVE -> alert.getOnset().toString();
          case HOSPITAL -> hospital(alert) + " " + id.substring(id.lastIndexOf(':') + 1);
          case SITE -> alert.getAddressee() + " " + name(alert.getStrikeIds().get(0), names);
          default -> id;
        };
    return "%s %s %s".formatted(alert.getReality(), kind, what);
  }

  private static String hospital(Alert alert) {
    return alert.getAddressee() == null ? "area" : alert.getAddressee();
  }

  private static String name(String strikeId, Map<String, String> names) {
    return names.getOrDefault(strikeId, "?" + strikeId);
  }

  static Facts facts(Alert alert, Map<String, String> names) {
    var kind = alert.getSubject().getKind();
    var facts =
        new Facts()
            .with("severity", alert.getSeverity())
            .with("certainty", alert.getCertainty())
            .with("sources", (long) alert.getSources())
            .with("neighbourhoods", alert.getNeighbourhoods())
            .with("neighbourhoodsInAll", (long) alert.getNeighbourhoodsInAll())
            .with("strikes", (long) alert.getStrikes())
            .with("strikeNames", named(alert.getStrikeIds(), names))
            .with("addressee", alert.getAddressee())
            .with("findings", alert.getFindings().stream().map(Finding::getRule).toList());
    facts.with("onset", alert.getOnset()).with("onsetPrecision", alert.getOnsetPrecision());
    if (kind != SubjectKind.WAVE) {
      facts.with(Facts.EVIDENCE + "expiresAt", alert.getExpiresAt());
    }
    if (kind != SubjectKind.HOSPITAL) {
      facts
          .with("dangerUntil", alert.getDangerUntil())
          .with("delivery", alert.getDelivery())
          .with("impacts", exactly(alert.getImpacts()))
          .with("killed", exactly(alert.getKilled()))
          .with("injured", exactly(alert.getInjured()));
    }
    if (kind == SubjectKind.STRIKE || kind == SubjectKind.SITE) {
      facts.with("targets", new TreeSet<>(alert.getTargets()));
    }
    var place = alert.getPlace();
    if (place != null) {
      facts
          .with("lat", place.getLat())
          .with("lon", place.getLon())
          .with("radiusMetres", place.getRadiusMetres())
          .with("placeBasis", place.getBasis())
          .with("placeText", place.getText());
    }
    alert.getFindings().forEach(finding -> add(finding, names, facts));
    return facts;
  }

  private static void add(Finding finding, Map<String, String> names, Facts facts) {
    if (finding.getRule() != Rule.HOSPITAL_SURGE) {
      facts.with(finding.getRule() + ".certainty", finding.getCertainty());
    }
    facts
        .with("CASUALTIES.mass", finding.getMass())
        .with("CASUALTIES.unknown", finding.getUnknown());
    if (!finding.getRecords().isEmpty()) {
      addRecords(finding, facts);
    }
    if (finding.getResidential() != null) {
      facts
          .with("RESIDENTIAL_STRIKE.basis", finding.getResidential().getBasis())
          .with("livedInShare", finding.getResidential().getLivedInShare());
    }
    if (!finding.getSites().isEmpty()) {
      facts.with(
          "PROTECTED_SITE_STRIKE.sites", finding.getSites().stream().map(Read::hit).toList());
    }
    addRepeat(finding, names, facts);
    addWave(finding, facts);
    addSurge(finding, facts);
  }

  private static void addRecords(Finding finding, Facts facts) {
    var told = new ArrayList<String>();
    for (var record : finding.getRecords()) {
      told.add(record.getMeasure() + " " + record.getScopeCode());
      var name = "record " + record.getMeasure() + " " + record.getScopeCode();
      facts
          .with(name + " scope", record.getScope())
          .with(name + " scale", record.getScale())
          .with(name + " day", record.getDay())
          .with(name + " value", exactly(record.getValue()))
          .with(name + " likelyDays", (long) record.getLikelyDays())
          .with(name + " certainDays", (long) record.getCertainDays())
          .with(name + " possibleDays", (long) record.getPossibleDays())
          .with(name + " atLeast", record.getAtLeast())
          .with(name + " sinceWatchingBegan", record.getSinceWatchingBegan())
          .with(name + " unreported", (long) record.getUnreported())
          .with(Facts.EVIDENCE + name + " watchedSince", record.getWatchedSince())
          .with(
              Facts.EVIDENCE + name + " longestSilenceDays", (long) record.getLongestSilenceDays())
          .with(Facts.recent(name, told.size() - 1), record.getRecent().toString());
    }
    facts
        .with("HEAVIEST_IN_DAYS.recordsInAll", (long) finding.getRecordsInAll())
        .with("HEAVIEST_IN_DAYS.records", told);
  }

  private static String hit(SiteHit hit) {
    return "%s %s %s %s"
        .formatted(hit.getKind(), hit.getSiteId(), hit.getBasis(), hit.getDistanceMetres());
  }

  private static void addRepeat(Finding finding, Map<String, String> names, Facts facts) {
    var repeat = finding.getRepeat();
    if (repeat != null) {
      facts
          .with("REPEAT_STRIKE.earlierStrikes", (long) repeat.getEarlierStrikes())
          .with("REPEAT_STRIKE.earlier", named(repeat.getEarlierStrikeIds(), names))
          .with("REPEAT_STRIKE.onset", repeat.getEarlierOnset())
          .with("REPEAT_STRIKE.secondsAfter", repeat.getSecondsAfter())
          .with("REPEAT_STRIKE.distanceMetres", repeat.getDistanceMetres())
          .with("REPEAT_STRIKE.sameNeighbourhood", repeat.getSameNeighbourhood());
    }
  }

  private static void addWave(Finding finding, Facts facts) {
    var wave = finding.getWave();
    if (wave != null) {
      facts
          .with("WAVE.strikes", exactly(wave.getStrikes()))
          .with("WAVE.until", wave.getUntil())
          .with("WAVE.residential", (long) wave.getResidential())
          .with("WAVE.unreportedImpacts", (long) wave.getUnreportedImpacts())
          .with("WAVE.unreportedKilled", (long) wave.getUnreportedKilled())
          .with("WAVE.unreportedInjured", (long) wave.getUnreportedInjured());
    }
  }

  private static void addSurge(Finding finding, Facts facts) {
    var surge = finding.getSurge();
    if (surge == null) {
      return;
    }
    facts
        .with("SURGE.standing", surge.getStanding())
        .with("SURGE.day", surge.getDay())
        .with("SURGE.asOf", surge.getAsOf())
        .with("SURGE.within90Minutes", exactly(surge.getWithin90Minutes()))
        .with("SURGE.within24Hours", exactly(surge.getWithin24Hours()))
        .with("SURGE.critical", exactly(surge.getCritical()))
        .with("SURGE.wounded", exactly(surge.getWounded()))
        .with("SURGE.injuredReported", (long) surge.getInjuredReported())
        .with("SURGE.injuredEstimated", (long) surge.getInjuredEstimated())
        .with("SURGE.unreported", (long) surge.getUnreported())
        .with("SURGE.share", surge.getShare())
        .with("SURGE.receiving", (long) surge.getReceiving())
        .with("SURGE.distanceMetres", surge.getDistanceMetres())
        .with("SURGE.statusAt", surge.getStatusAt())
        .with(
            "SURGE.bedsAvailable",
            surge.getBedsAvailable() == null ? null : surge.getBedsAvailable().longValue());
    if (surge.getSiteId() != null) {
      facts.with("SURGE.emergencyDepartment", surge.getEmergencyDepartment());
    }
  }

  private static List<String> named(List<String> strikeIds, Map<String, String> names) {
    return strikeIds.stream().map(id -> name(id, names)).toList();
  }

  /** As the message has it: what is published is in order. */
  private static @Nullable Range exactly(@Nullable CountRange message) {
    if (message == null) {
      return null;
    }
    Long high = message.getHigh() == null ? null : Long.valueOf(message.getHigh());
    return new Range(message.getLow(), message.getBest(), high);
  }
}
