package org.marsad.consumer.fanout.stages;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.fanout.memory.AgingMap;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;

/**
 * Stage 3: what the deliveries say: who was told which revision, what is final, what is still due.
 * Every question is a look-up: its cost does not grow with the number of alerts that are known.
 *
 * <p>Confined to one thread. It holds an entry per alert and recipient, until it is {@link #forget
 * forgotten}.
 */
final class Ledger {
  /** So many alerts are kept for the whole time. */
  private static final int MANY = 1_000_000;

  private final AgingMap<String, Map<RecipientId, Past>> alerts = new AgingMap<>();

  /** Takes a delivery in, in the order in which they were recorded. */
  void add(Delivery delivery) {
    var recipient = new RecipientId(delivery.getSubscriber(), delivery.getChannel());
    past(delivery.getAlertId(), recipient, delivery.getAt()).add(delivery);
  }

  /** Notes that an alert is on its way to a recipient, so that what follows it goes there too. */
  void expect(Alert alert, RecipientId recipient, Instant now) {
    past(alert.getAlertId(), recipient, now).expect(alert.getRevision());
  }

  /**
   * Forgets what is final and of which nothing was heard since then.
   *
   * @param most how many alerts are looked at
   */
  void forget(Instant before, int most) {
    alerts.forget(before, recipients -> recipients.values().stream().allMatch(Past::isOver), most);
  }

  /** Whether so many alerts are known that they cannot all be kept for the whole time. */
  boolean isFull() {
    return alerts.size() > MANY;
  }

  /** Those who were told of the alert, or are about to be. */
  List<RecipientId> toldOrDue(String alertId) {
    return of(alertId).entrySet().stream()
        .filter(entry -> entry.getValue().isToldOrDue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What happened so far between an alert and a recipient. */
  Past past(Alert alert, RecipientId recipient) {
    return of(alert.getAlertId()).getOrDefault(recipient, Past.NOTHING);
  }

  private Map<RecipientId, Past> of(String alertId) {
    var recipients = alerts.get(alertId);
    return recipients == null ? Map.of() : recipients;
  }

  private Past past(String alertId, RecipientId recipient, Instant at) {
    return alerts
        .touch(alertId, at, HashMap::new)
        .computeIfAbsent(recipient, unknown -> new Past());
  }
}
