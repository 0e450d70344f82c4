package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.Severity;

/**
 * Stage 3: what the deliveries say: who was told which revision, what is final, what is still due.
 *
 * <p>Confined to one thread. It holds an entry per alert and recipient, until it is {@link #forget
 * forgotten}.
 */
final class Ledger {
  /** How the reason of a silenced delivery begins; the silence's id follows. */
  static final String SILENCED = "SILENCED:";

  private static final Entry NOTHING = new Entry(Instant.MIN, 0, 0, 0, null, null, 0, 0);

  private final Map<String, Map<RecipientId, Entry>> entries = new HashMap<>();

  /**
   * @param at when the last of it happened
   * @param due newest revision that was handed to the recipient's lane
   * @param finished newest revision with a final outcome
   * @param told newest revision that was delivered
   * @param toldAt when that was; null: never
   * @param severity of the newest revision that was delivered or silenced; null: none, or not
   *     recorded
   * @param tried newest revision that was attempted or put off
   * @param attempts at that revision, 0 or more
   */
  private record Entry(
      Instant at,
      int due,
      int finished,
      int told,
      @Nullable Instant toldAt,
      @Nullable Severity severity,
      int tried,
      int attempts) {
    Entry dueAt(int revision, Instant now) {
      return new Entry(
          now, Math.max(due, revision), finished, told, toldAt, severity, tried, attempts);
    }

    Entry after(Delivery delivery) {
      var revision = delivery.getRevision();
      return switch (delivery.getOutcome()) {
        case DELIVERED ->
            new Entry(
                delivery.getAt(),
                due,
                Math.max(finished, revision),
                Math.max(told, revision),
                delivery.getAt(),
                delivery.getSeverity(),
                tried,
                attempts);
        case GAVE_UP, SUPPRESSED ->
            new Entry(
                delivery.getAt(),
                due,
                Math.max(finished, revision),
                told,
                toldAt,
                isSilenced(delivery) ? delivery.getSeverity() : severity,
                tried,
                attempts);
        case RETRY_LATER ->
            new Entry(
                delivery.getAt(),
                due,
                finished,
                told,
                toldAt,
                severity,
                revision,
                delivery.getAttempt());
      };
    }

    boolean isOver(Instant before) {
      return due <= finished && at.isBefore(before);
    }

    private static boolean isSilenced(Delivery delivery) {
      var reason = delivery.getReason();
      return reason != null && reason.startsWith(SILENCED);
    }
  }

  /** Takes a delivery in, in the order in which they were recorded. */
  void add(Delivery delivery) {
    var recipient = new RecipientId(delivery.getSubscriber(), delivery.getChannel());
    of(delivery.getAlertId())
        .compute(recipient, (id, entry) -> (entry == null ? NOTHING : entry).after(delivery));
  }

  /** Notes that an alert is on its way to a recipient, so that what follows it goes there too. */
  void expect(Alert alert, RecipientId recipient, Instant now) {
    of(alert.getAlertId())
        .compute(
            recipient,
            (id, entry) -> (entry == null ? NOTHING : entry).dueAt(alert.getRevision(), now));
  }

  /** Forgets what is final and of which nothing was heard since then. */
  void forget(Instant before) {
    entries.values().forEach(known -> known.values().removeIf(entry -> entry.isOver(before)));
    entries.values().removeIf(Map::isEmpty);
  }

  /** Those who were told of the alert, or are about to be. */
  List<RecipientId> toldOrDue(String alertId) {
    return entries.getOrDefault(alertId, Map.of()).entrySet().stream()
        .filter(
            entry -> entry.getValue().told > 0 || entry.getValue().due > entry.getValue().finished)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Those who were told of a strike, or are about to be: of any alert with that one as its subject.
   */
  Set<RecipientId> toldOrDueOfStrike(String strikeId) {
    var told = new LinkedHashSet<RecipientId>();
    for (var alertId : entries.keySet()) {
      if (alertId.endsWith(":" + strikeId)) {
        told.addAll(toldOrDue(alertId));
      }
    }
    return told;
  }

  /** Whether this revision, or a later one, has a final outcome. */
  boolean isFinished(Alert alert, RecipientId recipient) {
    return entry(alert, recipient).finished >= alert.getRevision();
  }

  /** Whether any revision was delivered. */
  boolean wasTold(Alert alert, RecipientId recipient) {
    return entry(alert, recipient).told > 0;
  }

  /** The newest revision that was delivered; 0: none. */
  int told(Alert alert, RecipientId recipient) {
    return entry(alert, recipient).told;
  }

  /** Whether any revision was delivered at that moment or after it. */
  boolean wasToldSince(Alert alert, RecipientId recipient, Instant since) {
    var toldAt = entry(alert, recipient).toldAt;
    return toldAt != null && !toldAt.isBefore(since);
  }

  /** Severity of the newest revision that was delivered or silenced; null: none or not known. */
  @Nullable Severity severity(Alert alert, RecipientId recipient) {
    return entry(alert, recipient).severity;
  }

  /** Attempts made at this revision, also before a restart. */
  int attempts(Alert alert, RecipientId recipient) {
    var entry = entry(alert, recipient);
    return entry.tried == alert.getRevision() ? entry.attempts : 0;
  }

  /** Whether it is recorded that this revision waits for its time, or for its next attempt. */
  boolean isPutOff(Alert alert, RecipientId recipient) {
    return entry(alert, recipient).tried == alert.getRevision();
  }

  private Entry entry(Alert alert, RecipientId recipient) {
    return entries.getOrDefault(alert.getAlertId(), Map.of()).getOrDefault(recipient, NOTHING);
  }

  private Map<RecipientId, Entry> of(String alertId) {
    return entries.computeIfAbsent(alertId, id -> new HashMap<>());
  }
}
