package org.marsad.processor.whole;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Rule;
import org.marsad.message.SiteHit;
import org.marsad.message.Strike;
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
            .with("reality", strike.getReality())
            .with("reports", strike.getReportIds())
            .with("lineages", strike.getLineages())
            .with("certainty", strike.getCertainty())
            .with("neighbourhood", strike.getNeighbourhood())
            .with("placeBasis", strike.getPlaceBasis())
            .with("placeText", strike.getPlaceText())
            .with("lat", strike.getLat())
            .with("lon", strike.getLon())
            .with("radiusMetres", strike.getRadiusMetres())
            .with("pointOutsidePlace", strike.getPointOutsidePlace())
            .with("from", strike.getOccurredFrom())
            .with("until", strike.getOccurredUntil())
            .with("onsetPrecision", strike.getTimePrecision())
            .with("delivery", strike.getDelivery())
            .with("deliveryBasis", strike.getDeliveryBasis())
            .with("impacts", range(strike.getImpacts()))
            .with("killed", range(strike.getKilled()))
            .with("injured", range(strike.getInjured()))
            .with("targets", new TreeSet<>(strike.getTargets()))
            .with("repaired", strike.getRepaired())
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
    return alert.getReality()
        + " "
        + alert.getRule()
        + switch (alert.getRule()) {
          case HEAVIEST_IN_DAYS -> recordSubject(alert, names);
          case REPEAT_STRIKE -> " " + laterStrike(alert, names);
          case WAVE -> " " + names.values().stream().sorted().toList();
          case HOSPITAL_SURGE -> surgeSubject(alert);
          default -> " " + String.join(" ", names.values());
        };
  }

  private static String recordSubject(Alert alert, Map<String, String> names) {
    var record = alert.getRecord();
    return switch (record.getScale()) {
      case DAY ->
          " DAY %s %s %s".formatted(record.getMeasure(), record.getScopeCode(), record.getDay());
      case STRIKE ->
          " STRIKE %s %s %s"
              .formatted(
                  record.getMeasure(), record.getScopeCode(), String.join(" ", names.values()));
    };
  }

  private static String laterStrike(Alert alert, Map<String, String> names) {
    var later = new TreeSet<>(names.keySet());
    later.removeAll(alert.getRepeat().getEarlierStrikeIds());
    return String.join(" ", named(later, names));
  }

  private static String surgeSubject(Alert alert) {
    var surge = alert.getSurge();
    var site = surge.getSiteId() == null ? "area" : surge.getSiteId();
    return " %s %s %s".formatted(alert.getReality(), site, surge.getDay());
  }

  static Facts facts(Alert alert, Map<String, String> names) {
    var facts =
        new Facts()
            .with("reality", alert.getReality())
            .with("sources", (long) alert.getSources())
            .with("neighbourhoods", alert.getNeighbourhoods())
            .with("dangerUntil", alert.getDangerUntil())
            .with("strikes", new TreeSet<>(names.values()))
            .with("delivery", alert.getDelivery())
            .with("impacts", range(alert.getImpacts()))
            .with("killed", range(alert.getKilled()))
            .with("injured", range(alert.getInjured()))
            .with("targets", new TreeSet<>(alert.getTargets()))
            .with("addressees", alert.getAddressees().isEmpty() ? null : alert.getAddressees());
    if (alert.getRule() == Rule.HOSPITAL_SURGE) {
      return surge(alert, facts);
    }
    facts
        .with("certainty", alert.getCertainty())
        .with("onset", alert.getOnset())
        .with("onsetPrecision", alert.getOnsetPrecision());
    if (alert.getPlace() != null) {
      facts
          .with("lat", alert.getPlace().getLat())
          .with("lon", alert.getPlace().getLon())
          .with("radiusMetres", alert.getPlace().getRadiusMetres())
          .with("placeBasis", alert.getPlace().getBasis())
          .with("placeText", alert.getPlace().getText());
    }
    return switch (alert.getRule()) {
      case HEAVIEST_IN_DAYS -> record(alert, facts);
      case RESIDENTIAL_STRIKE ->
          facts
              .with("basis", alert.getResidential().getBasis())
              .with("livedInShare", alert.getResidential().getLivedInShare());
      case PROTECTED_SITE_STRIKE -> facts.with("hits", hits(alert.getProtectedSites()));
      case REPEAT_STRIKE -> repeat(alert, names, facts);
      case WAVE -> wave(alert, facts);
      default -> facts;
    };
  }

  private static Facts record(Alert alert, Facts facts) {
    var record = alert.getRecord();
    return facts
        .with("measure", record.getMeasure())
        .with("scope", record.getScope())
        .with("scopeCode", record.getScopeCode())
        .with("scale", record.getScale())
        .with("day", record.getDay())
        .with("value", range(record.getValue()))
        .with("likelyDays", (long) record.getLikelyDays())
        .with("certainDays", (long) record.getCertainDays())
        .with("possibleDays", (long) record.getPossibleDays())
        .with("sinceRecordsBegan", record.getSinceRecordsBegan())
        .with("recordsBegan", record.getRecordsBegan())
        .with("unreported", (long) record.getUnreported())
        .with("minDays", (long) record.getMinDays())
        .with("floor", (long) record.getFloor());
  }

  private static SortedSet<String> hits(List<SiteHit> hits) {
    var lines = new TreeSet<String>();
    for (var hit : hits) {
      lines.add(
          hit.getSiteId() == null
              ? "%s - %s - %s".formatted(hit.getKind(), hit.getBasis(), openness(hit))
              : "%s %s %s %.3f m %s"
                  .formatted(
                      hit.getKind(),
                      hit.getSiteId(),
                      hit.getBasis(),
                      hit.getDistanceMetres(),
                      openness(hit)));
    }
    return lines;
  }

  private static String openness(SiteHit hit) {
    return hit.getConfidential() ? "confidential" : "open";
  }

  private static Facts repeat(Alert alert, Map<String, String> names, Facts facts) {
    var repeat = alert.getRepeat();
    return facts
        .with("earlier", named(repeat.getEarlierStrikeIds(), names))
        .with("earlierOnset", repeat.getEarlierOnset())
        .with("secondsAfter", repeat.getSecondsAfter())
        .with("distanceMetres", repeat.getDistanceMetres())
        .with("windowMinutes", (long) repeat.getWindowMinutes())
        .with("reachMetres", repeat.getReachMetres());
  }

  private static Facts wave(Alert alert, Facts facts) {
    var wave = alert.getWave();
    return facts
        .with("waveStrikes", range(wave.getStrikes()))
        .with("until", wave.getUntil())
        .with("residential", (long) wave.getResidential())
        .with("waveImpacts", range(wave.getImpacts()))
        .with("waveKilled", range(wave.getKilled()))
        .with("waveInjured", range(wave.getInjured()))
        .with("unreportedImpacts", (long) wave.getUnreportedImpacts())
        .with("unreportedKilled", (long) wave.getUnreportedKilled())
        .with("unreportedInjured", (long) wave.getUnreportedInjured())
        .with("minStrikes", (long) wave.getMinStrikes())
        .with("gapMinutes", (long) wave.getGapMinutes());
  }

  private static Facts surge(Alert alert, Facts facts) {
    var surge = alert.getSurge();
    facts
        .with("addressees", alert.getAddressees())
        .with("siteId", surge.getSiteId())
        .with("day", surge.getDay())
        .with("asOf", surge.getAsOf())
        .with("within90Minutes", range(surge.getWithin90Minutes()))
        .with("within24Hours", range(surge.getWithin24Hours()))
        .with("critical", range(surge.getCritical()))
        .with("wounded", range(surge.getWounded()))
        .with("surgeStrikes", (long) surge.getStrikes())
        .with("injuredReported", (long) surge.getInjuredReported())
        .with("injuredEstimated", (long) surge.getInjuredEstimated())
        .with("unreported", (long) surge.getUnreported())
        .with("share", surge.getShare())
        .with("distanceMetres", surge.getDistanceMetres())
        .with("receiving", (long) surge.getReceiving())
        .with("statusAt", surge.getStatusAt());
    if (surge.getBedsAvailable() != null) {
      facts.with("bedsAvailable", (long) surge.getBedsAvailable());
    }
    return surge.getSiteId() == null
        ? facts
        : facts.with("emergencyDepartment", surge.getEmergencyDepartment());
  }

  private static List<String> named(Collection<String> strikeIds, Map<String, String> names) {
    return strikeIds.stream().map(id -> names.getOrDefault(id, "?")).toList();
  }

  private static @Nullable Range range(@Nullable CountRange message) {
    if (message == null) {
      return null;
    }
    Long high = message.getHigh() == null ? null : Long.valueOf(message.getHigh());
    return new Range(message.getLow(), message.getBest(), high);
  }
}
