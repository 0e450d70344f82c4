package org.marsad.processor.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Reason;
import org.marsad.message.Strike;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.surge.Hospital;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.Surge;

/** How many wounded each hospital has to expect of a day: HOSPITAL_SURGE. */
final class JudgeSurges implements Judge {
  private final HospitalSurgeRule rule;
  private final AlertMessages messages;
  private final AlertLifecycle lifecycle;
  private final JudgingFiles files;

  JudgeSurges(
      HospitalSurgeRule rule,
      AlertMessages messages,
      AlertLifecycle lifecycle,
      JudgingFiles files) {
    this.rule = rule;
    this.messages = messages;
    this.lifecycle = lifecycle;
    this.files = files;
  }

  @Override
  public List<Alert> judge(StrikeChanges changes, AreaMap map, AreaStrikes strikes) {
    var days = new TreeSet<Long>();
    for (var change : changes.changes()) {
      addDays(change.stoodBefore(), map, days);
      addDays(change.standsNow(), map, days);
    }
    return judge(days, changes.cause(), map, strikes);
  }

  /** Takes in what a hospital says of itself, and judges the days for which it counts. */
  List<Alert> judge(HospitalStatus status, Cause cause, AreaMap map, AreaStrikes strikes) {
    files.hospitals(cause).put(status);
    var first = cause.at().minus(HospitalSurgeRule.STATUS_AFTER).minusMillis(1);
    var last = cause.at().plus(HospitalSurgeRule.STATUS_BEFORE).plus(TimeSpan.LONGEST_FINE);
    var days = new TreeSet<Long>();
    for (var day = first.atZone(map.zone()).toLocalDate();
        !day.isAfter(last.atZone(map.zone()).toLocalDate());
        day = day.plusDays(1)) {
      days.add(day.toEpochDay());
    }
    return judge(days, cause, map, strikes);
  }

  private List<Alert> judge(Iterable<Long> days, Cause cause, AreaMap map, AreaStrikes strikes) {
    var alerts = new ArrayList<Alert>();
    var sites = map.hospitals();
    if (!sites.isEmpty()) {
      for (var day : days) {
        alerts.addAll(judge(LocalDate.ofEpochDay(day), sites, cause, map, strikes));
      }
    }
    return alerts;
  }

  private List<Alert> judge(
      LocalDate day, List<Site> sites, Cause cause, AreaMap map, AreaStrikes strikes) {
    var ofDay =
        files.ledger(cause).strikes(day.toEpochDay()).stream()
            .map(Contribution::strikeId)
            .map(strikes::get)
            .toList();
    var said = files.hospitals(cause);
    var counts = rule.statusWindow(ofDay, day, map.zone());
    var hospitals = sites.stream().map(site -> said.hospital(site, counts)).toList();
    var surges = new TreeMap<String, Surge>();
    for (var surge : rule.judge(ofDay, day, map.zone(), hospitals)) {
      surges.put(AlertMessages.surgeId(surge.hospital(), day, cause), surge);
    }
    var alerts = new ArrayList<Alert>();
    var subjects = new ArrayList<@Nullable Hospital>(hospitals);
    subjects.add(null); // the area, where no hospital is open
    for (var hospital : subjects) {
      var alertId = AlertMessages.surgeId(hospital, day, cause);
      var surge = surges.get(alertId);
      var alert =
          surge == null
              ? lifecycle.withdraw(alertId, whyGone(hospital), cause.at())
              : lifecycle.claim(messages.surge(alertId, surge, rule, day, ofDay, cause, map));
      alert.ifPresent(alerts::add);
    }
    return alerts;
  }

  private static Reason whyGone(@Nullable Hospital hospital) {
    return AlertMessages.reason(
        hospital != null && hospital.emergency() == Hospital.Emergency.CLOSED
            ? "HOSPITAL_CLOSED"
            : "BELOW_THRESHOLD");
  }

  private static void addDays(@Nullable Strike strike, AreaMap map, Set<Long> days) {
    if (strike != null) {
      var time = Domain.merged(strike).time();
      for (var day = time.firstDay(map.zone()); day <= time.lastDay(map.zone()); day++) {
        days.add(day);
      }
    }
  }
}
