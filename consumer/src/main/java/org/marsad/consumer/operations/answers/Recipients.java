package org.marsad.consumer.operations.answers;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.message.Delivery;

/**
 * Whom Marsad ever had something for. A mistyped name is no answer: whoever typed it would believe
 * that nobody is waited for any more.
 *
 * @param alertId the alert that is answered
 * @param open deliveries whose subscribers may be named to whoever sees the alert
 * @param unseen those whose subscribers may not
 */
record Recipients(String alertId, List<Delivery> open, List<Delivery> unseen) {
  Recipients {
    open = List.copyOf(open);
    unseen = List.copyOf(unseen);
  }

  /** Whether the alert was told to a subscriber, or something of it was kept from it. */
  boolean concerns(String subscriber) {
    return of(subscriber).anyMatch(this::isOfTheAlert);
  }

  /** Why a subscriber cannot answer; empty where it is known. */
  List<String> faults(String subscriber) {
    if (of(subscriber).findAny().isPresent()) {
      return List.of();
    }
    var named =
        open.stream()
            .filter(this::isOfTheAlert)
            .map(Delivery::getSubscriber)
            .collect(Collectors.toCollection(TreeSet::new));
    return List.of(
        "subscriber: %s (expected: a subscriber%s)"
            .formatted(
                subscriber,
                named.isEmpty() ? "" : "; this alert was for " + String.join(", ", named)));
  }

  private Stream<Delivery> of(String subscriber) {
    return Stream.concat(open.stream(), unseen.stream())
        .filter(delivery -> delivery.getSubscriber().equals(subscriber));
  }

  private boolean isOfTheAlert(Delivery delivery) {
    return delivery.getAlertId().equals(alertId);
  }
}
