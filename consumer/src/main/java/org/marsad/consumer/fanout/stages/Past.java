package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Reasons;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.Severity;

/** What the deliveries say of one alert and one recipient. Confined to one thread. */
final class Past {
  /** Nothing happened yet; never changed. */
  static final Past NOTHING = new Past();

  private int due;
  private int finished;
  private int told;
  private int rung;
  private int noNews;
  private int tried;
  private int attempts;
  private @Nullable Instant toldAt;
  private @Nullable Severity severity;
  private @Nullable String shown;
  private @Nullable String shownRinging;

  /** Notes that a revision was handed to the recipient's lane. */
  void expect(int revision) {
    due = Math.max(due, revision);
  }

  /** Takes a delivery in, in the order in which they were recorded. */
  void add(Delivery delivery) {
    var revision = delivery.getRevision();
    if (delivery.getOutcome() == DeliveryOutcome.RETRY_LATER) {
      tried = revision;
      attempts = delivery.getAttempt();
      return;
    }
    if (Reasons.SUPERSEDED.equals(delivery.getReason())) {
      return; // one that waits before it may be what it could not replace
    }
    finished = Math.max(finished, revision);
    if (Reasons.tells(delivery)) {
      told = Math.max(told, revision);
      toldAt = delivery.getAt();
      severity = delivery.getSeverity();
      shown = delivery.getViewHash();
      tried = 0; // what is tried at this revision from now on is its sound
      if (delivery.getInterrupts() || delivery.getOutcome() != DeliveryOutcome.DELIVERED) {
        ring(revision); // a summary rang for it
      }
    } else if (isMuted(delivery)) {
      severity = delivery.getSeverity();
    } else if (Reasons.NOT_INTERRUPTING.equals(delivery.getReason())) {
      noNews(revision);
    }
  }

  /** Notes that nothing up to a revision was worth calling the recipient. */
  void noNews(int revision) {
    noNews = Math.max(noNews, revision);
  }

  /** Notes that the recipient's attention was called to a revision that it has. */
  void ring(int revision) {
    rung = Math.max(rung, revision);
    shownRinging = shown;
  }

  /** Whether it was told, or is about to be. */
  boolean isToldOrDue() {
    return told > 0 || due > finished;
  }

  /** Whether nothing is on its way. */
  boolean isOver() {
    return due <= finished;
  }

  /** Whether this revision, or a later one, has a final outcome. */
  boolean isFinished(int revision) {
    return finished >= revision;
  }

  /** Whether any revision was told. */
  boolean isTold() {
    return told > 0;
  }

  /** The newest revision that was told; 0: none. */
  int told() {
    return told;
  }

  /** The newest revision that made a sound; 0: none. */
  int rung() {
    return rung;
  }

  /** The newest revision up to which nothing was worth calling the recipient; 0: none. */
  int noNews() {
    return noNews;
  }

  /** Whether any revision was told at that moment or after it. */
  boolean isToldSince(Instant since) {
    return toldAt != null && !toldAt.isBefore(since);
  }

  /** Severity of the newest revision that was told or muted; null: none. */
  @Nullable Severity severity() {
    return severity;
  }

  /** Digest of the view that was told last; null: none, or not known. */
  @Nullable String shown() {
    return shown;
  }

  /** Digest of the view that made a sound last; null: none, or not known. */
  @Nullable String shownRinging() {
    return shownRinging;
  }

  /** Attempts made at a revision, also before a restart. */
  int attempts(int revision) {
    return tried == revision ? attempts : 0;
  }

  /** Whether it is recorded that a revision waits for its time, or for its next attempt. */
  boolean isPutOff(int revision) {
    return tried == revision;
  }

  private static boolean isMuted(Delivery delivery) {
    var reason = delivery.getReason();
    return reason != null && reason.startsWith(Reasons.MUTED);
  }
}
