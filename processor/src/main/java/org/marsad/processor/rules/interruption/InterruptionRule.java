package org.marsad.processor.rules.interruption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a revision of an alert is worth waking somebody for: the first one is, and one that
 * changes what its reader has to do. A revision is compared with the last one that woke people, not
 * with the one before, so that many small steps count as the large one that they are.
 *
 * @param movedMetres a place has moved when it lies farther away than so much beyond both radii, at
 *     least 0
 * @param dangerExtended the time of danger has grown when it lasts longer by more than this
 * @param arrivalsFactor arrivals at a hospital have risen when they are so many times what was
 *     told, over 1
 * @param arrivalsStep and so many more, 1 or more
 * @param hospitalWait how long a hospital is left in peace before it is told that more will come,
 *     unless severity rises
 */
public record InterruptionRule(
    double movedMetres,
    Duration dangerExtended,
    double arrivalsFactor,
    int arrivalsStep,
    Duration hospitalWait) {
  public InterruptionRule {
    if (!(movedMetres >= 0)) {
      throw new IllegalArgumentException("movedMetres: " + movedMetres + " (expected: >= 0)");
    }
    if (dangerExtended.isNegative() || hospitalWait.isNegative()) {
      throw new IllegalArgumentException(
          "dangerExtended, hospitalWait: %s, %s (expected: >= 0)"
              .formatted(dangerExtended, hospitalWait));
    }
    if (!(arrivalsFactor > 1) || arrivalsStep < 1) {
      throw new IllegalArgumentException(
          "arrivals: %s times, %s more (expected: > 1, >= 1)"
              .formatted(arrivalsFactor, arrivalsStep));
    }
  }

  /**
   * What becomes of a revision.
   *
   * @param interrupts whether it wakes people
   * @param notBefore when it may; null: at once
   * @param changes what is new since people were last woken, the most important first
   */
  public record Verdict(boolean interrupts, @Nullable Instant notBefore, List<Change> changes) {
    public Verdict {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Judges a revision that stands, and has lost nothing to another strike.
   *
   * @see #judge(Told, Situation, boolean, boolean, Instant, Instant)
   */
  public Verdict judge(
      @Nullable Told told, Situation now, boolean reinstated, Instant sentAt, Instant expiresAt) {
    return judge(told, now, reinstated, false, sentAt, expiresAt);
  }

  /**
   * Judges a revision that stands, whether an alert or an update.
   *
   * @param told what people were last woken for; null where nobody ever was
   * @param now what the revision tells
   * @param reinstated whether the revision before took the alert back
   * @param parted whether some of its reports are a strike of their own now
   * @param sentAt when it is sent
   * @param expiresAt when it is stale: what is stale already wakes nobody
   */
  public Verdict judge(
      @Nullable Told told,
      Situation now,
      boolean reinstated,
      boolean parted,
      Instant sentAt,
      Instant expiresAt) {
    var comparison = told == null ? null : new Comparison(this, told.situation(), now);
    if (comparison != null && parted) {
      comparison.part();
    }
    var changes = comparison == null ? List.<Change>of() : comparison.changes(reinstated);
    if (!expiresAt.isAfter(sentAt)) {
      return new Verdict(false, null, changes);
    }
    if (told == null || comparison == null) {
      return new Verdict(true, null, changes);
    }
    var matters = reinstated || comparison.matters();
    return new Verdict(
        matters, !reinstated && comparison.canWait() ? waitUntil(told, sentAt) : null, changes);
  }

  /** A wait that is under way is not made longer by what comes during it. */
  private @Nullable Instant waitUntil(Told told, Instant sentAt) {
    var next = told.at().isAfter(sentAt) ? told.at() : told.at().plus(hospitalWait);
    return next.isAfter(sentAt) ? next : null;
  }
}
