package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Certainty;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;

/** Which revision of an alert is worth waking somebody for, told from the revisions alone. */
public final class Interruption {
  private static final Set<CancelReason> WAKING =
      EnumSet.of(CancelReason.WITHDRAWN, CancelReason.MOVED, CancelReason.NOT_ACTUAL);
  private static final List<Integer> RECORD_DAYS = List.of(7, 14, 30, 60, 90, 180, 365);
  private static final Duration LONGER_DANGER = Duration.ofMinutes(10);
  private static final Duration HOSPITAL_PAUSE = Duration.ofMinutes(30);
  private static final double MOVED_METRES = 500;

  private final Alert last;
  private final Alert next;

  private Interruption(Alert last, Alert next) {
    this.last = last;
    this.next = next;
  }

  /** Whether the revision interrupts, after those before it. */
  public static boolean isDue(List<Alert> before, Alert next) {
    if (next.getMessageType() == MessageType.CANCEL) {
      return WAKING.contains(next.getReason());
    }
    if (!next.getExpiresAt().isAfter(next.getSentAt())) {
      return false;
    }
    var last = lastInterrupting(before);
    return next.getMessageType() == MessageType.ALERT
        || last == null
        || !new Interruption(last, next).triggers().isEmpty();
  }

  /** What of the changes that interrupt the revision must name; nothing unless it is an UPDATE. */
  public static Set<Change> mustName(List<Alert> before, Alert next) {
    var last = lastInterrupting(before);
    return next.getMessageType() != MessageType.UPDATE || last == null
        ? Set.of()
        : new Interruption(last, next).triggers();
  }

  /** When an interrupting revision about a hospital may interrupt; null where it may at once. */
  public static @Nullable Instant notBefore(List<Alert> before, Alert next) {
    var last = lastInterrupting(before);
    if (last == null
        || next.getMessageType() != MessageType.UPDATE
        || !next.getInterrupts()
        || next.getSubject().getKind() != SubjectKind.HOSPITAL
        || !new Interruption(last, next).triggers().equals(Set.of(Change.ARRIVALS_ROSE))) {
      return null;
    }
    var rings = last.getNotBefore() == null ? last.getSentAt() : last.getNotBefore();
    var due = rings.isAfter(next.getSentAt()) ? rings : rings.plus(HOSPITAL_PAUSE);
    return due.isAfter(next.getSentAt()) ? due : null;
  }

  /** The newest interrupting revision since the alert last began; null where there is none. */
  private static @Nullable Alert lastInterrupting(List<Alert> before) {
    for (var i = before.size() - 1; i >= 0; i--) {
      var alert = before.get(i);
      if (alert.getMessageType() == MessageType.CANCEL) {
        return null;
      }
      if (alert.getInterrupts()) {
        return alert;
      }
    }
    return null;
  }

  private Set<Change> triggers() {
    var triggers = EnumSet.noneOf(Change.class);
    addIf(next.getSeverity().compareTo(last.getSeverity()) < 0, Change.SEVERITY_ROSE, triggers);
    addIf(isSurer(), Change.SURER, triggers);
    switch (next.getSubject().getKind()) {
      case STRIKE, SITE -> addOfStrike(triggers);
      case DAY -> {
        addIf(recordBand(next) > recordBand(last), Change.RECORD_LONGER, triggers);
        addIf(killedBand(next) > killedBand(last), Change.KILLED_ROSE, triggers);
      }
      case WAVE -> addIf(strikes(next) >= 2 * strikes(last), Change.STRIKES_DOUBLED, triggers);
      case HOSPITAL -> addOfHospital(triggers);
      default -> throw new IllegalArgumentException("subject: " + next.getSubject());
    }
    return triggers;
  }

  private static void addIf(boolean holds, Change change, Set<Change> changes) {
    if (holds) {
      changes.add(change);
    }
  }

  /** The alert, or a finding that was there before. */
  private boolean isSurer() {
    return isLifted(last.getCertainty(), next.getCertainty())
        || next.getFindings().stream()
            .anyMatch(
                finding -> {
                  var before = find(last, finding.getRule());
                  return before != null && isLifted(before.getCertainty(), finding.getCertainty());
                });
  }

  private static boolean isLifted(Certainty before, Certainty now) {
    return before == Certainty.POSSIBLE && AlertFacts.isLikely(now);
  }

  private void addOfStrike(Set<Change> triggers) {
    addIf(isNew(Rule.REPEAT_STRIKE), Change.REPEAT_STRIKE, triggers);
    addIf(isNew(Rule.HEAVIEST_IN_DAYS), Change.HEAVIEST_IN_DAYS, triggers);
    var site = find(next, Rule.PROTECTED_SITE_STRIKE);
    addIf(
        isNew(Rule.PROTECTED_SITE_STRIKE)
            && site != null
            && AlertFacts.isLikely(site.getCertainty()),
        Change.PROTECTED_SITE_STRIKE,
        triggers);
    addIf(isMass(next) && !isMass(last), Change.MASS, triggers);
    addIf(isMoved(), Change.PLACE_MOVED, triggers);
    addIf(isDangerExtended(), Change.DANGER_EXTENDED, triggers);
    var killed = killedBand(next) - killedBand(last);
    var casualties = casualtiesBand(next) - casualtiesBand(last);
    addIf(killed > 0, Change.KILLED_ROSE, triggers);
    addIf(killed <= -2, Change.KILLED_FELL, triggers);
    addIf(casualties > 0, Change.CASUALTIES_ROSE, triggers);
    addIf(casualties <= -2, Change.CASUALTIES_FELL, triggers);
    addIf(isParted(), Change.PARTED, triggers);
  }

  private void addOfHospital(Set<Change> triggers) {
    var before = arrivals(last);
    var now = arrivals(next);
    addIf(now * 2 >= before * 3 && now >= before + 5, Change.ARRIVALS_ROSE, triggers);
    addIf(standing(last) != standing(next), Change.STANDING, triggers);
  }

  /** That it parted no revision shows but by saying so. */
  private boolean isParted() {
    return next.getChanges().contains(Change.PARTED)
        && (best(next.getKilled()) < best(last.getKilled())
            || best(next.getKilled()) + best(next.getInjured())
                < best(last.getKilled()) + best(last.getInjured()));
  }

  private boolean isNew(Rule rule) {
    return find(next, rule) != null && find(last, rule) == null;
  }

  private static @Nullable Finding find(Alert alert, Rule rule) {
    return alert.getFindings().stream()
        .filter(finding -> finding.getRule() == rule)
        .findFirst()
        .orElse(null);
  }

  private static boolean isMass(Alert alert) {
    var finding = find(alert, Rule.CASUALTIES);
    return finding != null && Boolean.TRUE.equals(finding.getMass());
  }

  private boolean isMoved() {
    var before = circle(last);
    var now = circle(next);
    return before != null
        && now != null
        && before.metresTo(now) > before.radiusMetres() + now.radiusMetres() + MOVED_METRES;
  }

  private static @Nullable Circle circle(Alert alert) {
    var place = alert.getPlace();
    if (place == null || place.getLat() == null || place.getLon() == null) {
      return null;
    }
    var radius = place.getRadiusMetres();
    return new Circle(place.getLat(), place.getLon(), radius == null ? 0 : radius);
  }

  private boolean isDangerExtended() {
    var before = last.getDangerUntil();
    var now = next.getDangerUntil();
    return now != null && (before == null || now.isAfter(before.plus(LONGER_DANGER)));
  }

  private static int killedBand(Alert alert) {
    return band(best(alert.getKilled()));
  }

  private static int casualtiesBand(Alert alert) {
    return band(best(alert.getKilled()) + best(alert.getInjured()));
  }

  private static long best(@Nullable CountRange range) {
    return range == null ? 0 : range.getBest();
  }

  /** How many of 1, 5, 10, 20, 50, 100, 200, 500 … are reached. */
  static int band(long count) {
    if (count < 1) {
      return 0;
    }
    var band = 1;
    for (var ten = 1L; ; ten *= 10) {
      for (var edge : ten == 1 ? List.of(5L, 10L) : List.of(2 * ten, 5 * ten, 10 * ten)) {
        if (count < edge) {
          return band;
        }
        band++;
      }
    }
  }

  private static long recordBand(Alert alert) {
    var finding = find(alert, Rule.HEAVIEST_IN_DAYS);
    var longest =
        finding == null
            ? 0
            : finding.getRecords().stream().mapToInt(RecordFacts::getLikelyDays).max().orElse(0);
    return RECORD_DAYS.stream().filter(days -> longest >= days).count();
  }

  private static int strikes(Alert alert) {
    var finding = find(alert, Rule.WAVE);
    return finding == null || finding.getWave() == null
        ? 0
        : finding.getWave().getStrikes().getBest();
  }

  private static int arrivals(Alert alert) {
    var finding = find(alert, Rule.HOSPITAL_SURGE);
    return finding == null || finding.getSurge() == null
        ? 0
        : finding.getSurge().getWithin24Hours().getBest();
  }

  private static @Nullable Object standing(Alert alert) {
    var finding = find(alert, Rule.HOSPITAL_SURGE);
    return finding == null || finding.getSurge() == null ? null : finding.getSurge().getStanding();
  }
}
