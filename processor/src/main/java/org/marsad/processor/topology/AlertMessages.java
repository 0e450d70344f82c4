package org.marsad.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.ReasonNumber;
import org.marsad.message.RecordFacts;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Strike;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.RecordLedger.Judged;
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
      if (strike.neighbourhood() != null) {
        neighbourhoods.add(strike.neighbourhood());
      }
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
        .setExpiresAt(now.plus(rules.alertsExpireAfter()))
        .setRulesHash(rulesHash);
  }

  static Reason reason(String code, ReasonNumber... numbers) {
    return new Reason(code, List.of(numbers));
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
