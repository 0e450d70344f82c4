package org.marsad.processor.judging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Change;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.rules.FindingKind;
import org.marsad.processor.rules.interruption.InterruptionRule;
import org.marsad.processor.rules.interruption.Told;
import org.marsad.processor.settings.Expiry;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.DueStore;
import org.marsad.processor.state.Keys;
import org.marsad.processor.state.KnownAlert;
import org.marsad.processor.state.Shelf;

/**
 * Turns claims into revisions: a new claim is an ALERT, a changed one an UPDATE, and one whose
 * ground fell away a CANCEL. What says nothing new is not published. Whom a revision wakes, the
 * rule on interruption says.
 */
final class AlertLifecycle {
  private final Shelf<KnownAlert> alerts;
  private final BiFunction<String, Reality, DueStore> due;
  private final Expiry expiry;
  private final InterruptionRule interruption;

  /**
   * @param due where alerts of an area and world are filed, so that they are forgotten in time
   */
  AlertLifecycle(Shelf<KnownAlert> alerts, BiFunction<String, Reality, DueStore> due, Rules rules) {
    this.alerts = alerts;
    this.due = due;
    this.expiry = rules.expiry();
    this.interruption = rules.interruption();
  }

  /** The next revision of a claim that holds now; empty where the standing one says the same. */
  Optional<Alert> claim(Claim claim, Instant now) {
    return claim(claim, false, now);
  }

  /**
   * The same.
   *
   * @param parted whether some of its reports are a strike of their own now
   */
  Optional<Alert> claim(Claim claim, boolean parted, Instant now) {
    var known = find(claim.alert().getAlertId());
    return known != null && known.stands() && SameClaim.is(claim.alert(), known.newest())
        ? Optional.empty()
        : Optional.of(revise(claim, known, parted, now));
  }

  /**
   * The next revision of a claim that holds as long as it is not withdrawn: what says the same is
   * said again when half of its time as news is over.
   */
  Optional<Alert> renew(Claim claim, Instant now) {
    var known = find(claim.alert().getAlertId());
    var half = lifetime(claim.alert()).dividedBy(2);
    return known != null
            && known.stands()
            && !now.isBefore(known.newest().getExpiresAt().minus(half))
        ? Optional.of(revise(claim, known, false, now))
        : claim(claim, now);
  }

  /** Takes an alert back, where one stands. */
  Optional<Alert> withdraw(String alertId, Ending ending, Instant now) {
    var known = find(alertId);
    if (known == null || !known.stands()) {
      return Optional.empty();
    }
    var sentAt = sentAt(known, now);
    var cancel =
        Alert.newBuilder(known.newest())
            .setRevision(known.newest().getRevision() + 1)
            .setMessageType(MessageType.CANCEL)
            .setSentAt(sentAt)
            .setExpiresAt(sentAt.plus(lifetime(known.newest())))
            .setInterrupts(interrupts(ending.reason()))
            .setNotBefore(null)
            .setChanges(List.of())
            .setReferences(known.references(sentAt))
            .setReason(ending.reason())
            .setReplacedBy(ending.replacedBy())
            .build();
    return Optional.of(keep(KnownAlert.following(known, cancel, known.told())));
  }

  /** Whether an alert stands. */
  boolean stands(String alertId) {
    return standing(alertId) != null;
  }

  /** The newest revision of an alert that stands; null where none does. */
  @Nullable Alert standing(String alertId) {
    var known = find(alertId);
    return known != null && known.stands() ? known.newest() : null;
  }

  private Alert revise(Claim claim, @Nullable KnownAlert known, boolean parted, Instant now) {
    var sentAt = known == null ? now : sentAt(known, now);
    var expiresAt = claim.end().plus(lifetime(claim.alert()));
    var situation = Situations.of(claim.alert());
    var told = known == null ? null : known.told();
    var reinstated = known != null && !known.stands();
    var verdict = interruption.judge(told, situation, reinstated, parted, sentAt, expiresAt);
    var revision =
        claim
            .draft()
            .setRevision(known == null ? 1 : known.newest().getRevision() + 1)
            .setMessageType(known == null || reinstated ? MessageType.ALERT : MessageType.UPDATE)
            .setSentAt(sentAt)
            .setExpiresAt(expiresAt)
            .setInterrupts(verdict.interrupts())
            .setNotBefore(verdict.notBefore())
            .setChanges(verdict.changes().stream().map(c -> Domain.to(Change.class, c)).toList())
            .setReferences(known == null ? List.of() : known.references(sentAt))
            .build();
    return keep(
        KnownAlert.following(
            known,
            revision,
            verdict.interrupts()
                ? new Told(situation, wakesAt(verdict, sentAt))
                : reinstated ? null : told)); // what was told before it was taken back is void
  }

  private static Instant wakesAt(InterruptionRule.Verdict verdict, Instant sentAt) {
    var notBefore = verdict.notBefore();
    return notBefore == null ? sentAt : notBefore;
  }

  /** It never goes back within an alert. */
  private static Instant sentAt(KnownAlert known, Instant now) {
    var before = known.newest().getSentAt();
    return now.isAfter(before) ? now : before;
  }

  /** Who was told that something happened must learn that it did not. */
  private static boolean interrupts(CancelReason reason) {
    return switch (reason) {
      case WITHDRAWN, MOVED, NOT_ACTUAL -> true;
      case CORRECTED, REPLACED, OTHER -> false;
    };
  }

  private Duration lifetime(Alert alert) {
    return expiry.of(kinds(alert.getFindings()));
  }

  private static Collection<FindingKind> kinds(Collection<Finding> findings) {
    return findings.stream()
        .map(finding -> Domain.to(FindingKind.class, finding.getRule()))
        .toList();
  }

  private @Nullable KnownAlert find(String alertId) {
    return alerts.get(Keys.of(alertId).key());
  }

  private Alert keep(KnownAlert alert) {
    var newest = alert.newest();
    alerts.put(Keys.of(newest.getAlertId()).key(), alert);
    if (newest.getRevision() == 1) {
      file(newest);
    }
    return newest;
  }

  private void file(Alert alert) {
    due.apply(alert.getArea(), alert.getReality()).file(dayOf(alert), alert.getAlertId());
  }

  /** Forgets an alert whose newest revision is of a day before this one; the others stay. */
  void forget(String alertId, long before) {
    var known = find(alertId);
    if (known != null && dayOf(known.newest()) >= before) {
      file(known.newest());
    } else {
      alerts.delete(Keys.of(alertId).key());
    }
  }

  /** In UTC: what it is compared with leaves room for all zones. */
  private static long dayOf(Alert alert) {
    var newest = alert.getSentAt().isAfter(alert.getOnset()) ? alert.getSentAt() : alert.getOnset();
    return newest.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
