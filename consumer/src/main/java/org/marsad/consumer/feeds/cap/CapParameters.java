package org.marsad.consumer.feeds.cap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.RecordFacts;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.SilentSource;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;

/**
 * The facts of an alert for programs: names and values in no language, the same in every info
 * block. What was not reported is not there; a range without {@code .high} is open-ended. The
 * findings follow the gravest first; the records of HEAVIEST_IN_DAYS are numbered from 1.
 */
final class CapParameters {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final CapTime time;

  private CapParameters(CapTime time) {
    this.time = time;
  }

  /** Names and values, in a fixed order. */
  static Map<String, String> of(Alert alert, CapTime time) {
    var parameters = new CapParameters(time);
    parameters.add(alert);
    return parameters.values;
  }

  private void add(Alert alert) {
    put("subject", alert.getSubject().getKind());
    put("subject.id", alert.getSubject().getId());
    put("findings", symbols(alert.getFindings().stream().map(Finding::getRule).toList()));
    put("interrupts", alert.getInterrupts());
    if (!alert.getChanges().isEmpty()) {
      put("changes", symbols(alert.getChanges()));
    }
    put("reason", alert.getReason());
    put("replacedBy", alert.getReplacedBy());
    put("sources.independent", alert.getSources());
    put("onset.precision", alert.getOnsetPrecision());
    var place = alert.getPlace();
    if (place != null) {
      put("place.basis", place.getBasis());
      put("place.radiusMetres", place.getRadiusMetres());
    }
    put("delivery", alert.getDelivery());
    put("strikes", alert.getStrikes());
    put("impacts", alert.getImpacts());
    put("killed", alert.getKilled());
    put("injured", alert.getInjured());
    if (!alert.getTargets().isEmpty()) {
      put("targets", symbols(alert.getTargets().stream().sorted().toList()));
    }
    if (alert.getDangerUntil() != null) {
      put("dangerUntil", time.of(alert.getDangerUntil()));
    }
    if (!alert.getMarks().isEmpty()) {
      put("marks", String.join(" ", alert.getMarks()));
    }
    alert.getFindings().forEach(this::add);
  }

  private void add(Finding finding) {
    var name = finding.getRule().name();
    put(name + ".certainty", finding.getCertainty());
    put(name + ".code", finding.getCode());
    finding.getNumbers().forEach(number -> put(name + "." + number.getName(), number.getValue()));
    put(name + ".mass", finding.getMass());
    put(name + ".unknown", finding.getUnknown());
    if (finding.getRecordsInAll() > 0) {
      put("records", finding.getRecordsInAll());
    }
    for (var rank = 0; rank < finding.getRecords().size(); rank++) {
      add("record." + (rank + 1), finding.getRecords().get(rank));
    }
    add(finding.getResidential());
    if (!finding.getSites().isEmpty()) {
      var kinds = EnumSet.copyOf(finding.getSites().stream().map(hit -> hit.getKind()).toList());
      var bases = EnumSet.copyOf(finding.getSites().stream().map(hit -> hit.getBasis()).toList());
      put("protectedSites", symbols(kinds));
      put("protectedSites.basis", symbols(bases));
    }
    add(finding.getRepeat());
    add(finding.getWave());
    add(finding.getSurge());
    add(finding.getSilentSource());
  }

  private void add(String name, RecordFacts facts) {
    put(name + ".measure", facts.getMeasure());
    put(name + ".scope", facts.getScope());
    put(name + ".scopeCode", facts.getScopeCode());
    put(name + ".scale", facts.getScale());
    put(name + ".day", facts.getDay());
    put(name + ".value", facts.getValue());
    put(name + ".likelyDays", facts.getLikelyDays());
    put(name + ".certainDays", facts.getCertainDays());
    put(name + ".possibleDays", facts.getPossibleDays());
    put(name + ".atLeast", facts.getAtLeast());
    put(name + ".watchedSince", facts.getWatchedSince());
    put(name + ".sinceWatchingBegan", facts.getSinceWatchingBegan());
    put(name + ".longestSilenceDays", facts.getLongestSilenceDays());
    put(name + ".unreported", facts.getUnreported());
  }

  private void add(@Nullable ResidentialVerdict verdict) {
    if (verdict != null) {
      put("residential.basis", verdict.getBasis());
      put("residential.certainty", verdict.getCertainty());
      put("residential.livedInShare", verdict.getLivedInShare());
    }
  }

  private void add(@Nullable RepeatFacts facts) {
    if (facts != null) {
      put("repeat.earlierStrikes", facts.getEarlierStrikes());
      put("repeat.earlierOnset", time.of(facts.getEarlierOnset()));
      put("repeat.secondsAfter", facts.getSecondsAfter());
      put("repeat.distanceMetres", facts.getDistanceMetres());
      put("repeat.radiiMetres", facts.getRadiiMetres());
      put("repeat.sameNeighbourhood", facts.getSameNeighbourhood());
    }
  }

  private void add(@Nullable WaveFacts facts) {
    if (facts != null) {
      put("wave.strikes", facts.getStrikes());
      put("wave.until", time.of(facts.getUntil()));
      put("wave.residential", facts.getResidential());
      put("wave.unreportedImpacts", facts.getUnreportedImpacts());
      put("wave.unreportedKilled", facts.getUnreportedKilled());
      put("wave.unreportedInjured", facts.getUnreportedInjured());
    }
  }

  private void add(@Nullable SurgeFacts facts) {
    if (facts != null) {
      put("surge.standing", facts.getStanding());
      put("surge.day", facts.getDay());
      put("surge.asOf", time.of(facts.getAsOf()));
      put("surge.within90Minutes", facts.getWithin90Minutes());
      put("surge.within24Hours", facts.getWithin24Hours());
      put("surge.critical", facts.getCritical());
      put("surge.wounded", facts.getWounded());
      put("surge.injuredReported", facts.getInjuredReported());
      put("surge.injuredEstimated", facts.getInjuredEstimated());
      put("surge.unreported", facts.getUnreported());
      put("surge.receivingHospitals", facts.getReceiving());
    }
  }

  private void add(@Nullable SilentSource facts) {
    if (facts != null) {
      put("silentSource.sourceKind", facts.getSourceKind());
      put("silentSource.lastHeardAt", time.of(facts.getLastHeardAt()));
      put("silentSource.sourcesHeard", facts.getSourcesHeard());
      put("silentSource.sourcesExpected", facts.getSourcesExpected());
    }
  }

  private void put(String name, @Nullable CountRange range) {
    if (range != null) {
      put(name + ".low", range.getLow());
      put(name + ".best", range.getBest());
      put(name + ".high", range.getHigh());
    }
  }

  private void put(String name, @Nullable Object value) {
    if (value instanceof Double number) {
      values.put(name, plain(number));
    } else if (value != null) {
      values.put(name, value.toString());
    }
  }

  private static String symbols(Iterable<? extends Enum<?>> symbols) {
    var names = new ArrayList<String>();
    symbols.forEach(symbol -> names.add(symbol.name()));
    return names.stream().collect(Collectors.joining(" "));
  }

  /** Without an exponent, at most six decimals. */
  private static String plain(double number) {
    return Double.isFinite(number) ? CapNumbers.plain(BigDecimal.valueOf(number)) : "";
  }
}
