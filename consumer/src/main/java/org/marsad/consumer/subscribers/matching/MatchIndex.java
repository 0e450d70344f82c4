package org.marsad.consumer.subscribers.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;

/**
 * Finds those whom an alert concerns without asking each: the work grows with their number, not
 * with that of all subscribers.
 *
 * <p>Subscribers are grouped by what they want, and within a group kept by where they are.
 * Immutable, safe for several threads.
 */
public final class MatchIndex {
  private final Map<Wishes, PlaceIndex> groups = new LinkedHashMap<>();
  private final Map<String, Subscriber> byId = new HashMap<>();
  private final Function<String, Optional<AreaProfile>> profiles;
  private final Clearance clearance;

  /**
   * @param subscribers all that there are
   * @param profiles of areas, by code: their governorates, outlines and the keys of their sites
   */
  public MatchIndex(
      Collection<Subscriber> subscribers, Function<String, Optional<AreaProfile>> profiles) {
    this.profiles = profiles;
    this.clearance = new Clearance(profiles);
    var number = 0;
    for (var subscriber : subscribers) {
      byId.put(subscriber.id(), subscriber);
      groups
          .computeIfAbsent(Wishes.of(subscriber), wishes -> new PlaceIndex(wishes.role()))
          .add(new Candidate(number++, subscriber));
    }
    groups.values().forEach(PlaceIndex::build);
  }

  /**
   * Those whom an alert that everybody may read concerns, in the order in which they were given.
   */
  public List<Subscriber> concerned(Alert alert) {
    return concerned(alert, false);
  }

  /**
   * Those whom an alert concerns, in the order in which they were given.
   *
   * @param isPrivate whether it came from the topic of confidential sites
   */
  public List<Subscriber> concerned(Alert alert, boolean isPrivate) {
    if (TestAlert.isOne(alert)) {
      return Optional.ofNullable(byId.get(alert.getAddressee())).stream().toList();
    }
    var whereabouts = new EnumMap<Role, Whereabouts>(Role.class);
    var concerned = new TreeSet<Candidate>();
    groups.forEach(
        (wishes, places) -> {
          if (wishes.include(alert)) {
            var where =
                whereabouts.computeIfAbsent(
                    wishes.role(), role -> Whereabouts.of(alert, role, profiles));
            places.find(
                alert,
                where,
                !isPrivate && wishes.isForMoreThanTheAddressee(alert),
                candidate -> {
                  var subscriber = candidate.subscriber();
                  if (clearance.isGiven(subscriber, alert, isPrivate)
                      && Matcher.covers(subscriber, alert, where)) {
                    concerned.add(candidate);
                  }
                });
          }
        });
    var subscribers = new ArrayList<Subscriber>(concerned.size());
    concerned.forEach(candidate -> subscribers.add(candidate.subscriber()));
    return subscribers;
  }

  /** Whether somebody may know of an alert at all; see {@link Clearance}. */
  public boolean mayKnow(Subscriber subscriber, Alert alert, boolean isPrivate) {
    return clearance.isGiven(subscriber, alert, isPrivate);
  }
}
