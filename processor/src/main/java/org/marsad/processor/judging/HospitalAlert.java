package org.marsad.processor.judging;

import java.time.LocalDate;
import java.util.List;
import org.marsad.message.EmergencyDepartment;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.message.Standing;
import org.marsad.message.SurgeFacts;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.Ranges;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.heaviest.DayFacts;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.Surge;

/** What a hospital is told of a day. */
public final class HospitalAlert {
  private final DayAlert days;
  private final HospitalSurgeRule rule;

  /** For thresholds. */
  public HospitalAlert(String rulesHash, HospitalSurgeRule rule) {
    this.days = new DayAlert(rulesHash);
    this.rule = rule;
  }

  /** How many wounded a hospital has to expect of a day's strikes. */
  public Claim of(Surge surge, DayFacts day, Severity severity, AreaMap map, Cause cause) {
    var date = LocalDate.ofEpochDay(day.day());
    var hospital = surge.hospital();
    var site = hospital == null ? null : hospital.site().id();
    var finding = finding(surge, day, date);
    var alert =
        days.about(
                AlertIds.hospital(cause.area(), site, date),
                day,
                List.of(finding),
                severity,
                map,
                cause)
            .setUrgency(Drafts.urgency(surge.asOf(), cause.at()))
            .setAddressee(site);
    var end = date.plusDays(1).atStartOfDay(map.zone()).toInstant();
    return Claim.of(alert, end, day.newestReceivedAt());
  }

  private Finding finding(Surge surge, DayFacts day, LocalDate date) {
    return FindingMessages.of(
            Rule.HOSPITAL_SURGE,
            day.certainty(),
            code(surge),
            Numbers.of("within24Hours", surge.within24Hours().best()),
            Numbers.of("minArrivals", rule.minArrivals()))
        .setSurge(facts(surge, date))
        .build();
  }

  private static String code(Surge surge) {
    return switch (surge.standing()) {
      case RECEIVING -> "ARRIVALS_EXPECTED";
      case HIT -> "HOSPITAL_WAS_HIT";
      case CLOSED -> "HOSPITAL_IS_CLOSED";
      case NOWHERE_TO_GO -> "NO_HOSPITAL_OPEN";
    };
  }

  private SurgeFacts facts(Surge surge, LocalDate date) {
    var hospital = surge.hospital();
    var ratio = rule.woundedPerKilled();
    return SurgeFacts.newBuilder()
        .setSiteId(hospital == null ? null : hospital.site().id())
        .setStanding(Domain.to(Standing.class, surge.standing()))
        .setDay(date)
        .setAsOf(surge.asOf())
        .setWithin90Minutes(Ranges.ofKnown(surge.within90Minutes()))
        .setWithin24Hours(Ranges.ofKnown(surge.within24Hours()))
        .setCritical(Ranges.ofKnown(surge.critical()))
        .setWounded(Ranges.ofKnown(surge.wounded()))
        .setInjuredReported(surge.injuredReported())
        .setInjuredEstimated(surge.injuredEstimated())
        .setUnreported(surge.unreported())
        .setShare(Math.rint(surge.share() * 1e6) / 1e6)
        .setDistanceMetres(surge.nearestMetres() < 0 ? null : Numbers.metres(surge.nearestMetres()))
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
        .build();
  }
}
