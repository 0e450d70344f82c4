package org.marsad.processor.rules.interruption;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.SubjectKind;

/** What a situation has that the one before had not, and whether it matters. */
final class Comparison {
  private final InterruptionRule rule;
  private final Situation before;
  private final Situation now;
  private final Set<Change> changes = EnumSet.noneOf(Change.class);
  private final Set<Change> mattering = EnumSet.noneOf(Change.class);

  Comparison(InterruptionRule rule, Situation before, Situation now) {
    this.rule = rule;
    this.before = before;
    this.now = now;
    compareSeverity();
    compareFindings();
    compareCertainty();
    comparePeople();
    compareRest();
    switch (now.kind()) {
      case STRIKE, SITE -> compareSpot();
      case DAY -> compareRecords(true);
      case WAVE -> compareStrikes();
      case HOSPITAL -> compareHospital();
      case SOURCE -> {}
    }
  }

  /**
   * Notes that part of it is a strike of its own now. Who was told of more must hear of it when the
   * other is told, or would count the same people twice.
   */
  void part() {
    add(Change.PARTED, now.dead() < before.dead() || now.casualties() < before.casualties());
  }

  boolean matters() {
    return !mattering.isEmpty();
  }

  /** Whether nothing matters but that more will come to a hospital: that can wait. */
  boolean canWait() {
    return mattering.equals(Set.of(Change.ARRIVALS_ROSE));
  }

  List<Change> changes(boolean reinstated) {
    var all = new ArrayList<Change>();
    if (reinstated) {
      all.add(Change.REINSTATED);
    }
    all.addAll(changes);
    return all.isEmpty() ? List.of(Change.DETAILS) : all;
  }

  private void compareSeverity() {
    if (now.severity().isGraverThan(before.severity())) {
      add(Change.SEVERITY_ROSE, true);
    } else if (before.severity().isGraverThan(now.severity())) {
      add(Change.SEVERITY_FELL, false);
    }
  }

  private void compareFindings() {
    for (var finding : now.findings().entrySet()) {
      var kind = finding.getKey();
      var likely = finding.getValue().isAtLeastLikely();
      if (!before.findings().containsKey(kind)) {
        switch (kind) {
          case REPEAT_STRIKE -> add(Change.REPEAT_STRIKE, true);
          case PROTECTED_SITE_STRIKE -> add(Change.PROTECTED_SITE_STRIKE, likely);
          case HEAVIEST_IN_DAYS -> add(Change.HEAVIEST_IN_DAYS, true);
          case CASUALTIES -> add(Change.CASUALTIES, false);
          case RESIDENTIAL_STRIKE -> add(Change.RESIDENTIAL_STRIKE, false);
          case UNPLACED_STRIKE -> add(Change.UNPLACED_STRIKE, false);
          case WAVE, HOSPITAL_SURGE, SOURCE_SILENT -> {} // their alerts have no other
        }
      }
    }
    if (now.mass() && !before.mass()) {
      add(Change.MASS, true);
    }
    if (!now.findings().keySet().containsAll(before.findings().keySet())) {
      add(Change.FINDING_GONE, false);
    }
  }

  private void compareCertainty() {
    compareCertainty(before.certainty(), now.certainty());
    for (var finding : now.findings().entrySet()) {
      var former = before.findings().get(finding.getKey());
      if (former != null) {
        compareCertainty(former, finding.getValue());
      }
    }
  }

  private void compareCertainty(Certainty former, Certainty certainty) {
    var order = certainty.compareTo(former);
    if (order < 0) {
      add(Change.SURER, former == Certainty.POSSIBLE);
    } else if (order > 0) {
      add(Change.LESS_SURE, false);
    }
  }

  private void comparePeople() {
    var dead = Bands.ofPeople(now.dead()) - Bands.ofPeople(before.dead());
    var casualties = Bands.ofPeople(now.casualties()) - Bands.ofPeople(before.casualties());
    var ofStrike = isOfStrike();
    if (dead > 0) {
      add(Change.KILLED_ROSE, ofStrike || now.kind() == SubjectKind.DAY);
    } else if (dead < 0) {
      add(Change.KILLED_FELL, ofStrike && dead <= -2);
    }
    if (casualties > 0) {
      add(Change.CASUALTIES_ROSE, ofStrike);
    } else if (casualties < 0) {
      add(Change.CASUALTIES_FELL, ofStrike && casualties <= -2);
    }
    if (dead == 0
        && casualties == 0
        && !(Objects.equals(before.killed(), now.killed())
            && Objects.equals(before.injured(), now.injured())
            && Objects.equals(before.impacts(), now.impacts()))) {
      add(Change.COUNTS, false);
    }
  }

  private void compareRest() {
    if (now.sources() != before.sources()) {
      add(Change.SOURCES, false);
    }
  }

  private void compareSpot() {
    var here = now.place();
    var there = before.place();
    if (here != null && there != null && !here.isWithin(rule.movedMetres(), there)) {
      add(Change.PLACE_MOVED, true);
    }
    var danger = now.dangerUntil();
    var known = before.dangerUntil();
    if (danger != null && (known == null || danger.isAfter(known.plus(rule.dangerExtended())))) {
      add(Change.DANGER_EXTENDED, true);
    }
    compareRecords(false);
  }

  private void compareRecords(boolean matters) {
    if (before.findings().containsKey(FindingKind.HEAVIEST_IN_DAYS)
        && Bands.ofDays(now.recordDays()) > Bands.ofDays(before.recordDays())) {
      add(Change.RECORD_LONGER, matters);
    }
  }

  private void compareStrikes() {
    if (now.strikes() >= 2 * before.strikes()) {
      add(Change.STRIKES_DOUBLED, true);
    }
  }

  private void compareHospital() {
    if (now.standing() != before.standing()) {
      add(Change.STANDING, true);
    }
    if (hasRisen(before.arrivals(), now.arrivals())) {
      add(Change.ARRIVALS_ROSE, true);
    } else if (hasRisen(now.arrivals(), before.arrivals())) {
      add(Change.ARRIVALS_FELL, false);
    }
  }

  private boolean hasRisen(int from, int to) {
    return to >= from * rule.arrivalsFactor() && to >= from + rule.arrivalsStep();
  }

  private boolean isOfStrike() {
    return now.kind() == SubjectKind.STRIKE || now.kind() == SubjectKind.SITE;
  }

  private void add(Change change, boolean matters) {
    changes.add(change);
    if (matters) {
      mattering.add(change);
    }
  }
}
