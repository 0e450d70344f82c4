package org.marsad.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Heartbeat;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.RecordFacts;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SilenceFacts;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.Strike;
import org.marsad.message.SurgeFacts;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.message.WaveFacts;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.RecordLedger.Judged;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.repeat.RepeatStrikeRule.Repeat;
import org.marsad.processor.rules.silence.SourceSilentRule;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.rules.surge.Hospital;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.Surge;
import org.marsad.processor.rules.wave.Wave;
import org.marsad.processor.rules.wave.WaveRule;
import org.marsad.processor.settings.Rules;

/**
 * What the rules claim, as alert messages. Revision, message type and references are the
 * lifecycle's; here they are those of a first alert.
 */
final class AlertMessages {
  /** Longer after its onset an event is past, not immediate. */
  private static final Duration IMMEDIATE = Duration.ofDays(1);

  private final Rules rules;
  private final String rulesHash;

  AlertMessages(Rules rules) {
    this.rules = rules;
    this.rulesHash = rules.hash();
  }

  static String residentialId(Strike strike) {
    return prefix(strike.getReality()) + "residential-strike:" + strike.getStrikeId();
  }

  static String unplacedId(Strike strike) {
    return prefix(strike.getReality()) + "unplaced-strike:" + strike.getStrikeId();
  }

  static String protectedSitesId(Strike strike) {
    return prefix(strike.getReality()) + "protected-site-strike:" + strike.getStrikeId();
  }

  static String repeatId(Strike strike) {
    return prefix(strike.getReality()) + "repeat-strike:" + strike.getStrikeId();
  }

  /** The name of a new wave: its area and when it began as it was first seen. */
  static String waveId(Wave wave, Cause cause) {
    return prefix(cause.reality())
        + String.join(
            ":", "wave", cause.area(), wave.strikes().get(0).what().time().from().toString());
  }

  /** Of a hospital's day, or of the area's where no hospital is open. */
  static String surgeId(@Nullable Hospital hospital, LocalDate day, Cause cause) {
    return prefix(cause.reality())
        + String.join(
            ":",
            "hospital-surge",
            hospital == null ? cause.area() : cause.area() + ":" + hospital.site().id(),
            day.toString());
  }

  /** Of a source, which it does not show. */
  static String silenceId(Heartbeat heartbeat) {
    return prefix(heartbeat.getReality())
        + "source-silent:"
        + Digests.of(heartbeat.getArea(), heartbeat.getSource().getId());
  }

  static String heaviestId(Judged judged, Reality reality) {
    var series = judged.series();
    var subject =
        series.scale() == Scale.DAY
            ? LocalDate.ofEpochDay(judged.day()).toString()
            : judged.strikeId();
    return prefix(reality)
        + String.join(
            ":",
            "heaviest-in-days",
            slug(series.scale()),
            slug(series.measure()),
            judged.scopeCode(),
            subject);
  }

  /** That a strike hit where people live. */
  Alert residential(Strike strike, AreaMap map, Instant now) {
    var verdict = strike.getResidential();
    var reason =
        switch (verdict.getBasis()) {
          case REPORT -> reason("REPORTED_RESIDENTIAL");
          case MAP -> reason("LAND_USE_RESIDENTIAL");
          case RADIUS ->
              reason("LIVED_IN_SHARE", number("livedInShare", verdict.getLivedInShare()));
        };
    return aboutStrike(residentialId(strike), Rule.RESIDENTIAL_STRIKE, strike, map, now)
        .setSeverity(
            verdict.getBasis() == ResidentialBasis.RADIUS ? Severity.MODERATE : Severity.SEVERE)
        .setCertainty(verdict.getCertainty())
        .setResidential(verdict)
        .setReason(reason)
        .build();
  }

  /** That a strike hit or may have hit protected sites. */
  Alert protectedSites(Strike strike, ProtectedSiteRule.Verdict verdict, AreaMap map, Instant now) {
    var reported =
        verdict.hits().stream().anyMatch(hit -> hit.basis() == ProtectedSiteRule.Basis.REPORT);
    var within = verdict.hits().stream().filter(hit -> hit.site() != null).count();
    return aboutStrike(protectedSitesId(strike), Rule.PROTECTED_SITE_STRIKE, strike, map, now)
        .setSeverity(reported ? Severity.EXTREME : Severity.SEVERE)
        .setCertainty(Domain.to(Certainty.class, verdict.certainty()))
        .setProtectedSites(verdict.hits().stream().map(AlertMessages::siteHit).toList())
        .setReason(
            reason(
                reported ? "SITE_REPORTED" : "SITE_WITHIN_REACH",
                number("sitesWithinReach", within),
                number("reachMetres", rules.protectedSiteStrike().reachMetres())))
        .build();
  }

  private static SiteHit siteHit(ProtectedSiteRule.Hit hit) {
    var site = hit.site();
    return new SiteHit(
        site == null ? null : site.id(),
        Domain.to(SiteKind.class, hit.kind()),
        Domain.to(SiteBasis.class, hit.basis()),
        site == null ? null : metres(hit.metres()),
        site != null && site.confidential());
  }

  /** That a strike fell on the spot of an earlier one. */
  Alert repeat(Strike strike, Repeat repeat, AreaMap map, Instant now) {
    var rule = rules.repeatStrike();
    var latest = repeat.earlier().get(0).what();
    var lineages = new TreeSet<>(strike.getLineages());
    var strikeIds = new TreeSet<>(List.of(strike.getStrikeId()));
    var neighbourhoods = new TreeSet<String>();
    addTo(neighbourhoods, strike.getNeighbourhood());
    for (var earlier : repeat.earlier()) {
      lineages.addAll(earlier.what().lineages());
      strikeIds.add(earlier.id());
      addTo(neighbourhoods, earlier.what().spot().neighbourhood());
    }
    return aboutStrike(repeatId(strike), Rule.REPEAT_STRIKE, strike, map, now)
        .setSeverity(Severity.EXTREME)
        .setCertainty(
            Domain.to(
                Certainty.class,
                Domain.to(org.marsad.processor.rules.Certainty.class, strike.getCertainty())
                    .and(latest.certainty())))
        .setSources(lineages.size())
        .setStrikeIds(List.copyOf(strikeIds))
        .setNeighbourhoods(List.copyOf(neighbourhoods))
        .setRepeat(
            RepeatFacts.newBuilder()
                .setEarlierStrikeIds(repeat.earlier().stream().map(StandingStrike::id).toList())
                .setEarlierOnset(latest.time().from())
                .setSecondsAfter(repeat.after().toSeconds())
                .setDistanceMetres(metres(repeat.metres()))
                .setWindowMinutes((int) rule.window().toMinutes())
                .setReachMetres(rule.reachMetres())
                .build())
        .setReason(
            reason(
                "SECOND_STRIKE_ON_THE_SPOT",
                number("secondsAfter", repeat.after().toSeconds()),
                number("windowMinutes", rule.window().toMinutes()),
                number("distanceMetres", metres(repeat.metres())),
                number("reachMetres", rule.reachMetres())))
        .build();
  }

  /** That strikes followed one another closely. */
  Alert wave(String alertId, Wave wave, WaveRule rule, Cause cause, AreaMap map) {
    var first = wave.strikes().get(0).what().time();
    return aboutStrikes(alertId, Rule.WAVE, wave.strikes(), cause, map)
        .setCertainty(Domain.to(Certainty.class, wave.certainty()))
        .setSeverity(Severity.SEVERE)
        .setOnset(first.from())
        .setOnsetPrecision(Domain.to(TimePrecision.class, first.precision()))
        .setUrgency(urgency(wave.until(), cause.at()))
        .setWave(
            WaveFacts.newBuilder()
                .setStrikes(StrikeMessages.range(wave.number()))
                .setUntil(wave.until())
                .setResidential(wave.residential())
                .setImpacts(StrikeMessages.range(wave.impacts().value()))
                .setKilled(StrikeMessages.range(wave.killed().value()))
                .setInjured(StrikeMessages.range(wave.injured().value()))
                .setUnreportedImpacts(wave.impacts().unreported())
                .setUnreportedKilled(wave.killed().unreported())
                .setUnreportedInjured(wave.injured().unreported())
                .setMinStrikes(rule.minStrikes())
                .setGapMinutes((int) rule.gap().toMinutes())
                .build())
        .setReason(
            reason(
                "STRIKES_CLOSE_IN_TIME",
                number("strikes", wave.strikes().size()),
                number("minStrikes", rule.minStrikes()),
                number("gapMinutes", rule.gap().toMinutes())))
        .build();
  }

  /** How many wounded a hospital has to expect of a day's strikes. */
  Alert surge(
      String alertId,
      Surge surge,
      HospitalSurgeRule rule,
      LocalDate day,
      List<StandingStrike> strikes,
      Cause cause,
      AreaMap map) {
    var hospital = surge.hospital();
    var site = hospital == null ? null : hospital.site().id();
    var ratio = rule.woundedPerKilled();
    var certainty =
        org.marsad.processor.rules.Certainty.ofSum(
            strikes.stream().map(s -> s.what().certainty()).toList());
    return aboutStrikes(alertId, Rule.HOSPITAL_SURGE, strikes, cause, map)
        .setCertainty(Domain.to(Certainty.class, certainty))
        .setSeverity(hospital == null ? Severity.EXTREME : Severity.SEVERE)
        .setAddressees(site == null ? List.of() : List.of(site))
        .setOnset(day.atStartOfDay(map.zone()).toInstant())
        .setOnsetPrecision(TimePrecision.DAY)
        .setUrgency(urgency(surge.asOf(), cause.at()))
        .setSurge(
            SurgeFacts.newBuilder()
                .setSiteId(site)
                .setConfidential(hospital != null && hospital.site().confidential())
                .setDay(day)
                .setAsOf(surge.asOf())
                .setWithin90Minutes(StrikeMessages.range(surge.within90Minutes()))
                .setWithin24Hours(StrikeMessages.range(surge.within24Hours()))
                .setCritical(StrikeMessages.range(surge.critical()))
                .setWounded(StrikeMessages.range(surge.wounded()))
                .setStrikes(strikes.size())
                .setInjuredReported(surge.injuredReported())
                .setInjuredEstimated(surge.injuredEstimated())
                .setUnreported(surge.unreported())
                .setShare(Math.rint(surge.share() * 1e6) / 1e6)
                .setDistanceMetres(surge.nearestMetres() < 0 ? null : metres(surge.nearestMetres()))
                .setReceiving(surge.receiving())
                .setEmergencyDepartment(
                    hospital == null
                        ? EmergencyDepartment.CLOSED
                        : Domain.to(EmergencyDepartment.class, hospital.emergency()))
                .setBedsAvailable(hospital == null ? null : hospital.bedsAvailable())
                .setStatusAt(hospital == null ? null : hospital.saidAt())
                .setWoundedPerKilledLow(ratio.low())
                .setWoundedPerKilledBest(ratio.best())
                .setWoundedPerKilledHigh(ratio.high())
                .setArrivingLow(rule.arrivingLow())
                .setArrivingHigh(rule.arrivingHigh())
                .build())
        .setReason(
            reason(
                hospital == null ? "NO_HOSPITAL_OPEN" : "ARRIVALS_EXPECTED",
                number("within24Hours", surge.within24Hours().best()),
                number("minArrivals", rule.minArrivals())))
        .build();
  }

  /**
   * That a source is not heard any more.
   *
   * @param heartbeat its newest, with the time of its last word
   * @param heard number of the area's sources that are heard
   * @param expected number of the area's sources
   */
  Alert silence(
      Heartbeat heartbeat,
      SourceSilentRule rule,
      int heard,
      int expected,
      AreaMap map,
      Instant now) {
    var after = rule.silentAfter(Duration.ofSeconds(heartbeat.getEverySeconds())).toSeconds();
    return common(silenceId(heartbeat), Rule.SOURCE_SILENT, heartbeat.getReality(), map, now)
        .setArea(heartbeat.getArea())
        .setSources(0)
        .setCertainty(Certainty.OBSERVED)
        .setSeverity(heard == 0 ? Severity.SEVERE : Severity.MINOR)
        .setOnset(heartbeat.getSentAt())
        .setOnsetPrecision(TimePrecision.SECOND)
        .setUrgency(Urgency.IMMEDIATE)
        .setSilence(
            SilenceFacts.newBuilder()
                .setSourceKind(heartbeat.getSource().getKind())
                .setLastHeardAt(heartbeat.getSentAt())
                .setEverySeconds(heartbeat.getEverySeconds())
                .setSilentAfterSeconds((int) after)
                .setSourcesHeard(heard)
                .setSourcesExpected(expected)
                .build())
        .setReason(reason("NOT_HEARD", number("silentAfterSeconds", after)))
        .build();
  }

  private Alert.Builder aboutStrikes(
      String alertId, Rule rule, List<StandingStrike> strikes, Cause cause, AreaMap map) {
    var lineages = new TreeSet<String>();
    var neighbourhoods = new TreeSet<String>();
    for (var strike : strikes) {
      lineages.addAll(strike.what().lineages());
      addTo(neighbourhoods, strike.what().spot().neighbourhood());
    }
    return common(alertId, rule, cause.reality(), map, cause.at())
        .setArea(cause.area())
        .setSources(lineages.size())
        .setNeighbourhoods(List.copyOf(neighbourhoods))
        .setStrikeIds(strikes.stream().map(StandingStrike::id).sorted().toList());
  }

  private static void addTo(Set<String> neighbourhoods, @Nullable String neighbourhood) {
    if (neighbourhood != null) {
      neighbourhoods.add(neighbourhood);
    }
  }

  /** To the decimetre: finer than anybody knows, and the same on every machine. */
  private static double metres(double metres) {
    return Math.rint(metres * 10) / 10;
  }

  /** That a strike has no place on the map. */
  Alert unplaced(Strike strike, AreaMap map, Instant now) {
    return aboutStrike(unplacedId(strike), Rule.UNPLACED_STRIKE, strike, map, now)
        .setSeverity(Severity.MODERATE)
        .setReason(reason("PLACE_UNKNOWN"))
        .build();
  }

  /**
   * That a day or a strike is the heaviest in days.
   *
   * @param judged with a record
   * @param strikes of that day and scope
   * @param strike the strike, for a strike's record
   */
  Alert heaviest(
      Judged judged,
      List<Contribution> strikes,
      @Nullable Strike strike,
      Reality reality,
      String area,
      AreaMap map,
      Instant now) {
    var facts = judged.record().orElseThrow();
    var id = heaviestId(judged, reality);
    var builder =
        strike == null
            ? aboutDay(id, judged, strikes, reality, area, map, now)
            : aboutStrike(id, Rule.HEAVIEST_IN_DAYS, strike, map, now);
    return builder
        .setSeverity(Severity.EXTREME)
        .setRecord(
            RecordFacts.newBuilder()
                .setMeasure(Domain.to(org.marsad.message.Measure.class, facts.series().measure()))
                .setScope(Domain.to(org.marsad.message.Scope.class, judged.scope()))
                .setScopeCode(judged.scopeCode())
                .setScale(Domain.to(org.marsad.message.Scale.class, facts.series().scale()))
                .setDay(LocalDate.ofEpochDay(facts.day()))
                .setValue(StrikeMessages.range(facts.value()))
                .setLikelyDays(facts.likelyDays())
                .setCertainDays(facts.certainDays())
                .setPossibleDays(facts.possibleDays())
                .setSinceRecordsBegan(facts.sinceRecordsBegan())
                .setRecordsBegan(LocalDate.ofEpochDay(facts.recordsBegan()))
                .setUnreported(facts.unreported())
                .setMinDays(facts.minDays())
                .setFloor(facts.floor())
                .build())
        .setReason(
            reason(
                facts.sinceRecordsBegan() ? "HEAVIEST_SINCE_RECORDS_BEGAN" : "HEAVIEST_IN_DAYS",
                number("likelyDays", facts.likelyDays()),
                number("minDays", facts.minDays()),
                number("best", facts.value().best()),
                number("floor", facts.floor())))
        .build();
  }

  private Alert.Builder aboutDay(
      String alertId,
      Judged judged,
      List<Contribution> strikes,
      Reality reality,
      String area,
      AreaMap map,
      Instant now) {
    var lineages = new TreeSet<String>();
    var neighbourhoods = new TreeSet<String>();
    for (var strike : strikes) {
      lineages.addAll(strike.lineages());
      addTo(neighbourhoods, strike.neighbourhood());
    }
    if (judged.scope() == Scope.NEIGHBOURHOOD) {
      neighbourhoods.add(judged.scopeCode());
    }
    var certainty =
        org.marsad.processor.rules.Certainty.ofSum(
            strikes.stream().map(Contribution::certainty).toList());
    return common(alertId, Rule.HEAVIEST_IN_DAYS, reality, map, now)
        .setArea(area)
        .setCertainty(Domain.to(Certainty.class, certainty))
        .setSources(lineages.size())
        .setNeighbourhoods(List.copyOf(neighbourhoods))
        .setOnset(LocalDate.ofEpochDay(judged.day()).atStartOfDay(map.zone()).toInstant())
        .setOnsetPrecision(TimePrecision.DAY)
        .setUrgency(
            urgency(
                LocalDate.ofEpochDay(judged.day() + 1).atStartOfDay(map.zone()).toInstant(), now))
        .setStrikeIds(strikes.stream().map(Contribution::strikeId).sorted().toList());
  }

  private Alert.Builder aboutStrike(
      String alertId, Rule rule, Strike strike, AreaMap map, Instant now) {
    var time = Domain.merged(strike).time();
    return common(alertId, rule, strike.getReality(), map, now)
        .setArea(strike.getArea())
        .setCertainty(strike.getCertainty())
        .setSources(strike.getLineages().size())
        .setNeighbourhoods(
            strike.getNeighbourhood() == null ? List.of() : List.of(strike.getNeighbourhood()))
        .setPlace(
            Place.newBuilder()
                .setLat(strike.getLat())
                .setLon(strike.getLon())
                .setRadiusMetres(strike.getRadiusMetres())
                .setBasis(strike.getPlaceBasis())
                .setText(strike.getPlaceText())
                .build())
        .setOnset(strike.getOccurredFrom())
        .setOnsetPrecision(strike.getTimePrecision())
        .setDangerUntil(rules.repeatStrike().dangerUntil(time).orElse(null))
        .setUrgency(urgency(strike.getOccurredUntil(), now))
        .setStrikeIds(List.of(strike.getStrikeId()))
        .setDelivery(strike.getDelivery())
        .setImpacts(strike.getImpacts())
        .setKilled(strike.getKilled())
        .setInjured(strike.getInjured())
        .setTargets(strike.getTargets());
  }

  private Alert.Builder common(
      String alertId, Rule rule, Reality reality, AreaMap map, Instant now) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setRule(rule)
        .setReality(reality)
        .setTimeZone(map.zone().getId())
        .setSentAt(now)
        .setExpiresAt(now.plus(rules.expiry().of(rule)))
        .setRulesHash(rulesHash);
  }

  static Reason reason(String code, ReasonNumber... numbers) {
    return new Reason(code, List.of(numbers));
  }

  private static ReasonNumber number(String name, long value) {
    return new ReasonNumber(name, (double) value);
  }

  private static ReasonNumber number(String name, double value) {
    return new ReasonNumber(name, value);
  }

  private static Urgency urgency(Instant end, Instant now) {
    return end.plus(IMMEDIATE).isBefore(now) ? Urgency.PAST : Urgency.IMMEDIATE;
  }

  private static String prefix(Reality reality) {
    return reality == Reality.ACTUAL ? "" : slug(reality) + ":";
  }

  private static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
