package org.marsad.consumer.fanout.stages;

import java.util.Set;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.confidential.Confidential;
import org.marsad.consumer.fanout.subscribers.Coverage;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/** Stage 1: whom an alert concerns. Where something is unknown, it concerns rather than not. */
final class Matcher {
  /** A strike without a place and a silent source are for those who can look into it. */
  private static final Set<Rule> FOR_OPERATIONS = Set.of(Rule.UNPLACED_STRIKE, Rule.SOURCE_SILENT);

  private Matcher() {}

  static boolean concerns(Subscriber subscriber, Alert alert) {
    return subscriber.realities().contains(alert.getReality())
        && wants(subscriber, alert)
        && maySee(subscriber, alert)
        && covers(subscriber, alert);
  }

  private static boolean wants(Subscriber subscriber, Alert alert) {
    var least = subscriber.minimumSeverity();
    return (subscriber.rules().isEmpty() || subscriber.rules().contains(alert.getRule()))
        && (least == null
            || alert.getSeverity() == Severity.UNKNOWN
            || alert.getSeverity().compareTo(least) <= 0);
  }

  private static boolean maySee(Subscriber subscriber, Alert alert) {
    var role = subscriber.role();
    if (Confidential.view(alert, subscriber.site()).isEmpty()) {
      return false;
    }
    if (role == Role.OPS) {
      return true;
    }
    if (FOR_OPERATIONS.contains(alert.getRule())) {
      return false;
    }
    if (!alert.getAddressees().isEmpty()) {
      return isAddressed(subscriber, alert);
    }
    return role != Role.PUBLIC
        || alert.getCertainty() == Certainty.OBSERVED
        || alert.getCertainty() == Certainty.LIKELY;
  }

  private static boolean isAddressed(Subscriber subscriber, Alert alert) {
    var site = subscriber.site();
    return subscriber.role() == Role.HOSPITAL
        && site != null
        && alert.getAddressees().contains(site);
  }

  private static boolean covers(Subscriber subscriber, Alert alert) {
    if (alert.getRule() == Rule.UNPLACED_STRIKE) {
      return true; // it may be anywhere, so in their area too
    }
    var areas = subscriber.coverage().areas();
    var neighbourhoods = subscriber.coverage().neighbourhoods();
    if (!areas.contains(Coverage.ALL_AREAS) && !areas.contains(alert.getArea())) {
      return false;
    }
    if (isAddressed(subscriber, alert)) {
      return true; // wherever in the area the strikes fell
    }
    var within = alert.getArea() + "/";
    var narrowed = neighbourhoods.stream().anyMatch(code -> code.startsWith(within));
    return !narrowed
        || alert.getNeighbourhoods().isEmpty()
        || alert.getNeighbourhoods().stream().anyMatch(neighbourhoods::contains);
  }
}
