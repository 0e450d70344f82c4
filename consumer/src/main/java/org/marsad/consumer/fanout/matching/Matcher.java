package org.marsad.consumer.fanout.matching;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.confidential.Confidential;
import org.marsad.consumer.fanout.subscribers.Coverage;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Rule;

/**
 * Whether an alert concerns a subscriber. Where something is unknown, it concerns rather than not.
 */
public final class Matcher {
  private Matcher() {}

  /**
   * Those whom an alert concerns, by asking each: what {@link MatchIndex} is measured by.
   *
   * @param profiles of areas, by code
   */
  public static List<Subscriber> askEach(
      Collection<Subscriber> subscribers,
      Alert alert,
      Function<String, Optional<AreaProfile>> profiles) {
    var whereabouts = new EnumMap<Role, Whereabouts>(Role.class);
    return subscribers.stream()
        .filter(
            subscriber ->
                concerns(
                    subscriber,
                    alert,
                    whereabouts.computeIfAbsent(
                        subscriber.role(), role -> Whereabouts.of(alert, role, profiles))))
        .toList();
  }

  static boolean concerns(Subscriber subscriber, Alert alert, Whereabouts where) {
    return Wishes.of(subscriber).include(alert)
        && maySee(subscriber, alert)
        && covers(subscriber, alert, where);
  }

  private static boolean maySee(Subscriber subscriber, Alert alert) {
    return Confidential.isVisible(alert, subscriber.site())
        && (subscriber.role() == Role.OPS
            || alert.getAddressees().isEmpty()
            || isAddressed(subscriber, alert));
  }

  private static boolean isAddressed(Subscriber subscriber, Alert alert) {
    var site = subscriber.site();
    return subscriber.role() == Role.HOSPITAL
        && site != null
        && alert.getAddressees().contains(site);
  }

  private static boolean covers(Subscriber subscriber, Alert alert, Whereabouts where) {
    if (alert.getRule() == Rule.UNPLACED_STRIKE) {
      return true; // it may be anywhere, so in their area too
    }
    var coverage = subscriber.coverage();
    var addressed = isAddressed(subscriber, alert);
    if (isOfAreas(coverage, alert) && (addressed || isOfNeighbourhoods(coverage, alert))) {
      return true; // what is addressed reaches its site wherever in the area the strikes fell
    }
    var shapes = Shape.of(coverage);
    return !shapes.isEmpty() && (addressed || where.touches(shapes));
  }

  private static boolean isOfAreas(Coverage coverage, Alert alert) {
    return coverage.areas().contains(Coverage.ALL_AREAS)
        || coverage.areas().contains(alert.getArea());
  }

  /** An alert of the area as a whole is one of each of its neighbourhoods. */
  private static boolean isOfNeighbourhoods(Coverage coverage, Alert alert) {
    return alert.getNeighbourhoods().isEmpty()
        || !isNarrowed(coverage, alert.getArea())
        || alert.getNeighbourhoods().stream().anyMatch(coverage.neighbourhoods()::contains);
  }

  /** Whether only listed neighbourhoods of an area count. */
  static boolean isNarrowed(Coverage coverage, String area) {
    var within = area + "/";
    return coverage.neighbourhoods().stream().anyMatch(code -> code.startsWith(within));
  }
}
