package org.marsad.consumer.replies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;

/**
 * The alerts that can still be answered, who was told of them, and by which code. Fed from the
 * topics, whose order among each other is not certain. Safe for several threads.
 */
public final class OpenAlerts {
  /** How long a delivery waits for its alert to be read. */
  private static final Duration UNTIL_THE_ALERT_IS_READ = Duration.ofDays(1);

  private static final int FIRST_SWEEP = 1_000;

  private static final Set<CancelReason> UNTRUE =
      Set.of(CancelReason.WITHDRAWN, CancelReason.MOVED, CancelReason.NOT_ACTUAL);

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Map<String, Entry>> byCode = new HashMap<>();
  private final ReplyCodes codes;
  private final Clock clock;
  private int sweepAt = FIRST_SWEEP;

  /** One alert: its newest revision, once it is read, and the revision that each was told. */
  private static final class Entry {
    private final String alertId;
    private final Map<String, Integer> told = new HashMap<>();
    private @Nullable Alert alert;
    private Instant until = Instant.MIN;

    Entry(String alertId) {
      this.alertId = alertId;
    }
  }

  /**
   * @param key that codes are made with
   * @param clock says what is over
   */
  public OpenAlerts(ReplyKey key, Clock clock) {
    this.codes = new ReplyCodes(key);
    this.clock = clock;
  }

  /** Takes a revision of an alert; an older one than the known is ignored. */
  public synchronized void onAlert(Alert alert) {
    var until = alert.getExpiresAt().plus(ReplyOffer.GRACE);
    var known = entries.get(alert.getAlertId());
    if (until.isBefore(clock.instant())) {
      if (known != null && (known.alert == null || isNewer(alert, known.alert))) {
        remove(known);
      }
      return;
    }
    var entry = entry(alert.getAlertId());
    if (entry.alert == null || isNewer(alert, entry.alert)) {
      entry.alert = alert;
      entry.until = until;
    }
  }

  /** Takes what became of an attempt; only what was delivered counts. */
  public synchronized void onDelivery(Delivery delivery) {
    var until = delivery.getAt().plus(UNTIL_THE_ALERT_IS_READ);
    var known = entries.containsKey(delivery.getAlertId());
    if (delivery.getOutcome() != DeliveryOutcome.DELIVERED
        || (!known && until.isBefore(clock.instant()))) {
      return;
    }
    var entry = entry(delivery.getAlertId());
    entry.told.merge(delivery.getSubscriber(), delivery.getRevision(), Math::max);
    if (entry.alert == null && entry.until.isBefore(until)) {
      entry.until = until;
    }
    byCode
        .computeIfAbsent(
            codes.of(delivery.getAlertId(), delivery.getSubscriber()), code -> new HashMap<>())
        .put(delivery.getSubscriber() + "\n" + delivery.getAlertId(), entry);
  }

  /** The newest revision of an alert that can still be answered. */
  synchronized Optional<Alert> find(String alertId) {
    var entry = entries.get(alertId);
    return entry == null || isOver(entry) ? Optional.empty() : Optional.ofNullable(entry.alert);
  }

  /** Whom a code was made for and of which alert: nearly always one, or none. */
  synchronized List<Told> byCode(String code) {
    return byCode.getOrDefault(code, Map.of()).entrySet().stream()
        .filter(told -> !isOver(told.getValue()))
        .map(
            told -> {
              var subscriber = told.getKey().substring(0, told.getKey().indexOf('\n'));
              var entry = told.getValue();
              return new Told(entry.alertId, entry.told.getOrDefault(subscriber, 1), subscriber);
            })
        .toList();
  }

  /** Whether what it said is not true any more, or never was: not only told by another alert. */
  synchronized boolean isTakenBack(String alertId) {
    return reason(alertId).filter(UNTRUE::contains).isPresent();
  }

  /** Whether it is true, but another alert tells it now: two were one strike. */
  synchronized boolean isMerged(String alertId) {
    return reason(alertId).filter(CancelReason.REPLACED::equals).isPresent();
  }

  private Optional<CancelReason> reason(String alertId) {
    return find(alertId).map(Alert::getReason);
  }

  private Entry entry(String alertId) {
    var entry = entries.get(alertId);
    if (entry == null) {
      sweepWhenGrown();
      entry = new Entry(alertId);
      entries.put(alertId, entry);
    }
    return entry;
  }

  /** What is over goes when the number of alerts has doubled: each is looked at a few times. */
  private void sweepWhenGrown() {
    if (entries.size() >= sweepAt) {
      entries.values().stream().filter(this::isOver).toList().forEach(this::remove);
      sweepAt = Math.max(FIRST_SWEEP, 2 * entries.size());
    }
  }

  private void remove(Entry entry) {
    entries.remove(entry.alertId);
    for (var subscriber : entry.told.keySet()) {
      byCode.computeIfPresent(
          codes.of(entry.alertId, subscriber),
          (code, told) -> {
            told.remove(subscriber + "\n" + entry.alertId);
            return told.isEmpty() ? null : told;
          });
    }
  }

  private boolean isOver(Entry entry) {
    return entry.until.isBefore(clock.instant());
  }

  private static boolean isNewer(Alert alert, Alert than) {
    return alert.getRevision() > than.getRevision();
  }
}
