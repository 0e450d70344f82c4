package org.marsad.processor.rules.surge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.surge.HospitalSurgeRule.Day;
import org.marsad.processor.rules.surge.Shares.Share;

/** What one day's strikes mean for each hospital. */
final class Estimate {
  private final HospitalSurgeRule rule;
  private final Day day;
  private final Instant asOf;
  private final List<OfStrike> ofStrikes = new ArrayList<>();
  private final GroupedBounds wounded = new GroupedBounds();
  private final int receiving;

  /**
   * One strike's wounded.
   *
   * @param today whether it is one of the day's, not of the evening before
   * @param all of them; none of the evening before
   * @param early those of the first 90 minutes
   */
  private record OfStrike(
      StandingStrike strike, boolean today, Shares shares, Bounds all, Bounds early) {}

  Estimate(HospitalSurgeRule rule, Day day) {
    this.rule = rule;
    this.day = day;
    this.asOf = rule.asOf(day.strikes(), day.date(), day.zone());
    var open = day.open().stream().filter(hospital -> !hospital.isClosed()).toList();
    for (var strike : day.strikes().stream().sorted(StandingStrike.IN_ORDER).toList()) {
      var counts = HospitalSurgeRule.countsOn(strike, day.date(), day.zone());
      var all = rule.woundedOf(strike, counts);
      var shares = new Shares(rule, strike, open, day);
      ofStrikes.add(new OfStrike(strike, true, shares, all, rule.early(strike, all, asOf)));
      wounded.add(strike, all);
    }
    for (var strike : day.evening().stream().sorted(StandingStrike.IN_ORDER).toList()) {
      var early = rule.early(strike, rule.woundedOf(strike, true), asOf);
      var shares = new Shares(rule, strike, open, day);
      ofStrikes.add(new OfStrike(strike, false, shares, Bounds.NONE, early));
    }
    receiving = (int) open.stream().filter(this::isWithinReach).count();
  }

  List<Surge> surges() {
    var surges = new ArrayList<Surge>();
    day.open().forEach(hospital -> addOf(hospital, surges));
    if (!day.open().isEmpty() && receiving == 0) {
      addIfWorthIt(surge(null, Standing.NOWHERE_TO_GO), surges);
    }
    day.confidential().forEach(hospital -> addOf(hospital, surges));
    return surges;
  }

  /** Of one that is closed the surge tells that nobody is expected, where many would be. */
  private void addOf(Hospital hospital, List<Surge> surges) {
    if (!hospital.isClosed()) {
      var isHit = day.hit().contains(hospital.site().id());
      addIfWorthIt(surge(hospital, isHit ? Standing.HIT : Standing.RECEIVING), surges);
    } else if (isWorthIt(surge(hospital.reopened(), Standing.RECEIVING))) {
      surges.add(surge(hospital, Standing.CLOSED));
    }
  }

  private void addIfWorthIt(Surge surge, List<Surge> surges) {
    if (isWorthIt(surge)) {
      surges.add(surge);
    }
  }

  private boolean isWorthIt(Surge surge) {
    return surge.within24Hours().best() >= rule.minArrivals();
  }

  private Surge surge(@Nullable Hospital hospital, Standing standing) {
    var within90Minutes = new GroupedBounds();
    var within24Hours = new GroupedBounds();
    var nearest = -1.0;
    for (var of : ofStrikes) {
      var share = share(hospital, of.shares);
      within90Minutes.add(of.strike, share.of(of.early));
      within24Hours.add(of.strike, share.of(of.all));
      var metres = hospital == null ? -1 : day.distances().metres(of.strike, hospital);
      if (of.today && metres >= 0 && (nearest < 0 || metres < nearest)) {
        nearest = metres;
      }
    }
    var ofDay = within24Hours.sum();
    var ofAll = wounded.sum();
    return new Surge(
        hospital,
        standing,
        asOf,
        within90Minutes.sum().rounded(),
        ofDay.rounded(),
        ofDay.times(HospitalSurgeRule.CRITICAL_SHARE).rounded(),
        ofAll.rounded(),
        (int) day.strikes().stream().filter(s -> s.what().injured() != null).count(),
        (int) day.strikes().stream().filter(HospitalSurgeRule::isEstimated).count(),
        (int) day.strikes().stream().filter(Estimate::isUncounted).count(),
        ofAll.best() == 0 ? 0 : ofDay.best() / ofAll.best(),
        nearest,
        receiving);
  }

  /** Nowhere to go is the whole area's: half may still find a place that nobody knows of. */
  private Share share(@Nullable Hospital hospital, Shares shares) {
    if (hospital == null) {
      return new Share(1 - rule.elsewhere(), 1, 1);
    }
    return hospital.isClosed() ? Share.NONE : shares.of(hospital);
  }

  private boolean isWithinReach(Hospital hospital) {
    return day.strikes().stream()
        .anyMatch(s -> day.distances().metres(s, hospital) <= rule.farthestMetres());
  }

  private static boolean isUncounted(StandingStrike strike) {
    return strike.what().injured() == null && strike.what().killed() == null;
  }
}
