package org.marsad.consumer.fanout.stages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.MatchIndex;
import org.marsad.consumer.subscribers.matching.TestAlert;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;

/** Stage 1: those who can be told, and whom of them an alert concerns. */
public final class Roster {
  private final Map<RecipientId, Recipient> recipients = new HashMap<>();
  private final Map<String, List<Recipient>> bySubscriber = new HashMap<>();
  private final MatchIndex index;

  /**
   * @param all in the order in which they are to be told
   * @param profiles of areas, by code, as far as they are known
   */
  public Roster(Collection<Recipient> all, Function<String, Optional<AreaProfile>> profiles) {
    var subscribers = new LinkedHashMap<String, Subscriber>();
    for (var recipient : all) {
      var id = recipient.id();
      recipients.put(id, recipient);
      subscribers.put(id.subscriber(), recipient.subscriber());
      bySubscriber.computeIfAbsent(id.subscriber(), s -> new ArrayList<>()).add(recipient);
    }
    index = new MatchIndex(subscribers.values(), profiles);
  }

  /**
   * Those whom it concerns, in order, whether or not it is a cancellation; without channels that an
   * escalation holds back, unless it is a test.
   *
   * @param isPrivate whether it is for confidential sites alone
   */
  Set<RecipientId> concerned(Alert alert, boolean isPrivate) {
    var concerned = new LinkedHashSet<RecipientId>();
    for (var subscriber : index.concerned(alert, isPrivate)) {
      for (var recipient : of(subscriber.id())) {
        if (!subscriber.isHeldBack(recipient.name()) || TestAlert.isOne(alert)) {
          concerned.add(recipient.id());
        }
      }
    }
    return concerned;
  }

  /**
   * Whether somebody whom an alert does not concern may be told of it all the same: as the next in
   * an escalation, or because it was told of the strike before. What it covers and wishes does not
   * count, what it may know does; the public only has what concerns it.
   */
  boolean mayBeTold(Subscriber subscriber, Alert alert, boolean isPrivate) {
    return subscriber.role() != Role.PUBLIC
        && subscriber.realities().contains(alert.getReality())
        && mayKnow(subscriber, alert, isPrivate);
  }

  /** Whether somebody may know that there is such an alert. */
  boolean mayKnow(Subscriber subscriber, Alert alert, boolean isPrivate) {
    return index.mayKnow(subscriber, alert, isPrivate);
  }

  /** A subscriber over each of its channels; nobody where there is no such subscriber. */
  List<Recipient> of(String subscriber) {
    return bySubscriber.getOrDefault(subscriber, List.of());
  }

  /** The recipient with this id; null: there is none. */
  @Nullable Recipient recipient(RecipientId id) {
    return recipients.get(id);
  }
}
