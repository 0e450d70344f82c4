package org.marsad.consumer.subscribers.matching;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Rule;
import org.marsad.schemas.Findings;

/**
 * Whether an alert concerns a subscriber. Where something is unknown, it concerns rather than not.
 */
public final class Matcher {
  private Matcher() {}

  /**
   * Those whom an alert concerns, by asking each: what {@link MatchIndex} is measured by.
   *
   * @param isPrivate whether the alert came from the topic of confidential sites
   * @param profiles of areas, by code
   */
  public static List<Subscriber> askEach(
      Collection<Subscriber> subscribers,
      Alert alert,
      boolean isPrivate,
      Function<String, Optional<AreaProfile>> profiles) {
    var clearance = new Clearance(profiles);
    var whereabouts = new EnumMap<Role, Whereabouts>(Role.class);
    return subscribers.stream()
        .filter(
            subscriber ->
                Wishes.of(subscriber).include(alert)
                    && clearance.isGiven(subscriber, alert, isPrivate)
                    && covers(
                        subscriber,
                        alert,
                        whereabouts.computeIfAbsent(
                            subscriber.role(), role -> Whereabouts.of(alert, role, profiles))))
        .toList();
  }

  /** Whether it happened, or may have happened, where the subscriber wants to hear of. */
  static boolean covers(Subscriber subscriber, Alert alert, Whereabouts where) {
    if (Clearance.isAddressed(subscriber, alert)) {
      return true; // it reaches its site wherever the strikes fell
    }
    if (subscriber.role() == Role.OPS && isForAllOperations(alert)) {
      return true;
    }
    var coverage = subscriber.coverage();
    if (coverage.lists(alert.getArea(), where.governorate())
        && isOfNeighbourhoods(coverage, alert)) {
      return true;
    }
    var shapes = Shape.of(coverage);
    return !shapes.isEmpty() && mayBeInAShape(alert, where) && where.touches(shapes);
  }

  /**
   * A strike that nobody can place may be anywhere: besides those of its area, all operations hear
   * of it. So they do of what belongs to no area.
   */
  static boolean isForAllOperations(Alert alert) {
    return Findings.has(alert, Rule.UNPLACED_STRIKE) || alert.getArea().isEmpty();
  }

  /** A strike without any known area is for operations to place, not for every shape. */
  static boolean mayBeInAShape(Alert alert, Whereabouts where) {
    return !where.isUnknown() || !isForAllOperations(alert);
  }

  /** Whether an alert is about its area as a whole, so about each neighbourhood too. */
  static boolean isOfTheWholeArea(Alert alert) {
    var codes = alert.getNeighbourhoods();
    return codes.isEmpty() || alert.getNeighbourhoodsInAll() > codes.size();
  }

  private static boolean isOfNeighbourhoods(Coverage coverage, Alert alert) {
    return isOfTheWholeArea(alert)
        || !coverage.isNarrowed(alert.getArea())
        || alert.getNeighbourhoods().stream().anyMatch(coverage.neighbourhoods()::contains);
  }
}
