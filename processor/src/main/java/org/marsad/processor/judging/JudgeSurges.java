package org.marsad.processor.judging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.HospitalStatus;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.Site;
import org.marsad.processor.rules.SiteKind;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.heaviest.DayFacts;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.severity.HospitalSeverity;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.rules.surge.Distances;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.Surge;
import org.marsad.schemas.Areas;

/** How many wounded each hospital has to expect of a day. */
final class JudgeSurges implements Judge {
  /** Longer than the evening before counts. */
  private static final Duration FIRST_HOURS = Duration.ofHours(2);

  private final HospitalSurgeRule rule;
  private final ProtectedSiteRule sites;
  private final HospitalSeverity severity;
  private final HospitalAlert alerts;
  private final AlertLifecycle lifecycle;
  private final JudgingStores files;
  private final Distances distances = new Distances();

  JudgeSurges(
      HospitalSurgeRule rule,
      ProtectedSiteRule sites,
      HospitalSeverity severity,
      HospitalAlert alerts,
      AlertLifecycle lifecycle,
      JudgingStores files) {
    this.rule = rule;
    this.sites = sites;
    this.severity = severity;
    this.alerts = alerts;
    this.lifecycle = lifecycle;
    this.files = files;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    var days = new TreeSet<Long>();
    for (var change : judging.changes().changes()) {
      addDays(change.stoodBefore(), judging.map(), days);
      addDays(change.standsNow(), judging.map(), days);
    }
    judge(days, all(judging), judging, out);
  }

  /**
   * Takes in what a hospital says of itself, and judges the days for which it counts: of one that
   * is confidential its own alert alone, so that nobody else sees that it spoke.
   */
  void judge(HospitalStatus status, Judging judging, Consumer<Outgoing> out) {
    var cause = judging.cause();
    var zone = judging.map().zone();
    files.hospitals(cause).put(status);
    var site =
        hospitals(judging.map().sites()).stream()
            .filter(hospital -> hospital.id().equals(status.getSiteId()))
            .findFirst();
    if (site.isEmpty()) {
      return; // its word is kept until the area lists it
    }
    var first = cause.at().minus(HospitalSurgeRule.STATUS_AFTER).minusMillis(1).atZone(zone);
    var last =
        cause.at().plus(HospitalSurgeRule.STATUS_BEFORE).plus(TimeSpan.LONGEST_FINE).atZone(zone);
    var days = new TreeSet<Long>();
    for (var day = first.toLocalDate(); !day.isAfter(last.toLocalDate()); day = day.plusDays(1)) {
      days.add(day.toEpochDay());
    }
    judge(days, site.get().confidential() ? List.of(site.get()) : all(judging), judging, out);
  }

  /** Its hospitals, and the area itself, where there is nowhere to go. */
  private static List<@Nullable Site> all(Judging judging) {
    var all = new ArrayList<@Nullable Site>(hospitals(judging.map().sites()));
    all.add(null);
    return all;
  }

  private void judge(
      Collection<Long> days,
      List<@Nullable Site> subjects,
      Judging judging,
      Consumer<Outgoing> out) {
    if (!judging.cause().area().equals(Areas.UNPLACED)) {
      days.forEach(day -> judge(LocalDate.ofEpochDay(day), subjects, judging, out));
    }
  }

  private void judge(
      LocalDate date, List<@Nullable Site> subjects, Judging judging, Consumer<Outgoing> out) {
    var facts = judging.ledger().day(date.toEpochDay());
    var surges = new TreeMap<String, Surge>();
    var hospitals = hospitals(judging.map().sites());
    if (facts.isPresent() && !hospitals.isEmpty()) {
      for (var surge : surges(date, hospitals, judging)) {
        var hospital = surge.hospital();
        surges.put(idOf(hospital == null ? null : hospital.site(), date, judging), surge);
      }
    }
    for (var site : subjects) {
      var alertId = idOf(site, date, judging);
      var revision = revise(alertId, Optional.ofNullable(surges.get(alertId)), facts, judging);
      var confidential = site != null && site.confidential();
      revision.ifPresent(alert -> out.accept(new Outgoing(alert, confidential)));
    }
  }

  private Optional<Alert> revise(
      String alertId, Optional<Surge> surge, Optional<DayFacts> facts, Judging judging) {
    var cause = judging.cause();
    return surge.isPresent() && facts.isPresent()
        ? lifecycle.claim(
            alerts.of(surge.get(), facts.get(), severity(surge.get()), judging.map(), cause),
            cause.at())
        : lifecycle.withdraw(
            alertId,
            facts.isPresent() ? Ending.CORRECTED : judging.changes().endingOfAll(),
            cause.at());
  }

  private List<Surge> surges(LocalDate date, List<Site> hospitals, Judging judging) {
    var strikes =
        judging.ledger().strikesOfDay(date.toEpochDay()).stream()
            .map(judging.strikes()::get)
            .toList();
    return rule.canBeWorthIt(strikes, date, judging.map().zone())
        ? rule.judge(day(strikes, date, hospitals, judging))
        : List.of();
  }

  private HospitalSurgeRule.Day day(
      List<StandingStrike> strikes, LocalDate date, List<Site> hospitals, Judging judging) {
    var map = judging.map();
    var zone = map.zone();
    var asOf = rule.asOf(strikes, date, zone);
    var said = files.hospitals(judging.cause());
    var counts = rule.statusWindow(strikes, date, zone);
    return new HospitalSurgeRule.Day(
        date,
        zone,
        strikes,
        evening(asOf, date, judging),
        hospitals(map.publicSites()).stream().map(s -> said.hospital(s, counts)).toList(),
        hospitals(map.confidentialSites()).stream().map(s -> said.hospital(s, counts)).toList(),
        hit(strikes, hospitals),
        distances);
  }

  /** Strikes of the evening before that still fill the first hours of the day. */
  private List<StandingStrike> evening(Instant asOf, LocalDate date, Judging judging) {
    var zone = judging.map().zone();
    var since = rule.eveningBefore(asOf);
    var midnight = date.atStartOfDay(zone).toInstant();
    return since.isBefore(midnight)
        ? judging.strikes().touching(since, midnight).stream()
            .filter(strike -> strike.what().time().lastDay(zone) == date.toEpochDay() - 1)
            .toList()
        : List.of();
  }

  /** Those of which a report says that they were hit. */
  private Set<String> hit(List<StandingStrike> strikes, List<Site> hospitals) {
    return hospitals.stream()
        .filter(site -> strikes.stream().anyMatch(s -> sites.isReported(s.what(), site)))
        .map(Site::id)
        .collect(Collectors.toSet());
  }

  private Severity severity(Surge surge) {
    var hospital = surge.hospital();
    return severity.judge(
        surge.within24Hours().best(), hospital == null ? null : hospital.site().capacity());
  }

  private static String idOf(@Nullable Site site, LocalDate date, Judging judging) {
    var cause = judging.cause();
    return AlertIds.of(
        AlertIds.hospital(cause.area(), site == null ? null : site.id(), date), cause.reality());
  }

  private static List<Site> hospitals(List<Site> sites) {
    return sites.stream().filter(site -> site.kind() == SiteKind.HOSPITAL).toList();
  }

  /** The days that it touches, and the one whose first hours it may still fill. */
  private static void addDays(@Nullable KnownStrike strike, AreaMap map, Set<Long> days) {
    if (strike != null) {
      var time = strike.standing().what().time();
      for (var day = time.firstDay(map.zone()); day <= time.lastDay(map.zone()); day++) {
        days.add(day);
      }
      if (time.isWithinAnHour()) {
        var late = time.until().plus(FIRST_HOURS).atZone(map.zone()).toLocalDate();
        days.add(late.toEpochDay());
      }
    }
  }
}
