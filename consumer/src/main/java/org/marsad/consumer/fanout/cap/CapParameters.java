package org.marsad.consumer.fanout.cap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.RecordFacts;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.SilenceFacts;
import org.marsad.message.SurgeFacts;
import org.marsad.message.WaveFacts;

/**
 * The facts of an alert for programs: names and values in no language, the same in every info
 * block. What was not reported is not there; a range without {@code .high} is open-ended.
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
    put("rule", alert.getRule());
    put("reason", alert.getReason().getCode());
    alert
        .getReason()
        .getNumbers()
        .forEach(number -> put("reason." + number.getName(), plain(number.getValue())));
    put("sources.independent", alert.getSources());
    put("onset.precision", alert.getOnsetPrecision());
    var place = alert.getPlace();
    if (place != null) {
      put("place.basis", place.getBasis());
      put("place.radiusMetres", place.getRadiusMetres());
    }
    put("delivery", alert.getDelivery());
    put("impacts", alert.getImpacts());
    put("killed", alert.getKilled());
    put("injured", alert.getInjured());
    if (!alert.getTargets().isEmpty()) {
      put("targets", list(alert.getTargets()));
    }
    if (alert.getDangerUntil() != null) {
      put("dangerUntil", time.of(alert.getDangerUntil()));
    }
    add(alert.getRecord());
    add(alert.getResidential());
    if (!alert.getProtectedSites().isEmpty()) {
      var kinds = EnumSet.copyOf(alert.getProtectedSites().stream().map(s -> s.getKind()).toList());
      put("protectedSites", list(kinds));
    }
    add(alert.getRepeat());
    add(alert.getWave());
    add(alert.getSurge());
    add(alert.getSilence());
  }

  private void add(@Nullable RecordFacts facts) {
    if (facts != null) {
      put("record.measure", facts.getMeasure());
      put("record.scope", facts.getScope());
      put("record.scale", facts.getScale());
      put("record.day", facts.getDay());
      put("record.value", facts.getValue());
      put("record.likelyDays", facts.getLikelyDays());
      put("record.certainDays", facts.getCertainDays());
      put("record.possibleDays", facts.getPossibleDays());
      put("record.sinceRecordsBegan", facts.getSinceRecordsBegan());
      put("record.recordsBegan", facts.getRecordsBegan());
      put("record.unreported", facts.getUnreported());
    }
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
      put("repeat.earlierOnset", time.of(facts.getEarlierOnset()));
      put("repeat.secondsAfter", facts.getSecondsAfter());
      put("repeat.distanceMetres", facts.getDistanceMetres());
    }
  }

  private void add(@Nullable WaveFacts facts) {
    if (facts != null) {
      put("wave.strikes", facts.getStrikes());
      put("wave.until", time.of(facts.getUntil()));
      put("wave.residential", facts.getResidential());
      put("wave.impacts", facts.getImpacts());
      put("wave.killed", facts.getKilled());
      put("wave.injured", facts.getInjured());
      put("wave.unreportedImpacts", facts.getUnreportedImpacts());
      put("wave.unreportedKilled", facts.getUnreportedKilled());
      put("wave.unreportedInjured", facts.getUnreportedInjured());
    }
  }

  private void add(@Nullable SurgeFacts facts) {
    if (facts != null) {
      put("surge.day", facts.getDay());
      put("surge.asOf", time.of(facts.getAsOf()));
      put("surge.within90Minutes", facts.getWithin90Minutes());
      put("surge.within24Hours", facts.getWithin24Hours());
      put("surge.critical", facts.getCritical());
      put("surge.wounded", facts.getWounded());
      put("surge.strikes", facts.getStrikes());
      put("surge.injuredReported", facts.getInjuredReported());
      put("surge.injuredEstimated", facts.getInjuredEstimated());
      put("surge.unreported", facts.getUnreported());
      put("surge.receivingHospitals", facts.getReceiving());
    }
  }

  private void add(@Nullable SilenceFacts facts) {
    if (facts != null) {
      put("silence.sourceKind", facts.getSourceKind());
      put("silence.lastHeardAt", time.of(facts.getLastHeardAt()));
      put("silence.sourcesHeard", facts.getSourcesHeard());
      put("silence.sourcesExpected", facts.getSourcesExpected());
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

  private static String list(Iterable<? extends Enum<?>> symbols) {
    var names = new ArrayList<String>();
    symbols.forEach(symbol -> names.add(symbol.name()));
    return names.stream().sorted().collect(Collectors.joining(" "));
  }

  /** Without an exponent, at most six decimals. */
  private static String plain(double number) {
    return Double.isFinite(number) ? CapNumbers.plain(BigDecimal.valueOf(number)) : "";
  }
}
