package org.marsad.consumer.fanout.stages;

import java.util.Set;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.confidential.Confidential;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Rule;

/**
 * Whether somebody whom an alert does not concern may be told of it all the same: as the next in an
 * escalation, or because it was told of the strike before. What it covers and wishes does not
 * count, what it may know does.
 */
final class Leave {
  private static final Set<Rule> FOR_OPERATIONS = Set.of(Rule.UNPLACED_STRIKE, Rule.SOURCE_SILENT);

  private Leave() {}

  static boolean isGiven(Subscriber subscriber, Alert alert) {
    return subscriber.role() != Role.PUBLIC
        && subscriber.realities().contains(alert.getReality())
        && Confidential.view(alert, subscriber.site()).isPresent()
        && (subscriber.role() == Role.OPS || isForAll(alert) || isAddressed(subscriber, alert));
  }

  private static boolean isForAll(Alert alert) {
    return alert.getAddressees().isEmpty() && !FOR_OPERATIONS.contains(alert.getRule());
  }

  private static boolean isAddressed(Subscriber subscriber, Alert alert) {
    var site = subscriber.site();
    return site != null && alert.getAddressees().contains(site);
  }
}
