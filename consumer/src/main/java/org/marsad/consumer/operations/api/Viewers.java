package org.marsad.consumer.operations.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.marsad.consumer.operations.board.OperationsViewer;
import org.marsad.consumer.operations.board.SubscriberViewer;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.AreaProfile;

/** What each user sees: an operations centre's view, or that of the subscriber it is bound to. */
public final class Viewers {
  private final Supplier<List<Subscriber>> subscribers;
  private final Function<String, Optional<AreaProfile>> profiles;

  /**
   * @param subscribers in force
   * @param profiles of areas, by code
   */
  public Viewers(
      Supplier<List<Subscriber>> subscribers, Function<String, Optional<AreaProfile>> profiles) {
    this.subscribers = subscribers;
    this.profiles = profiles;
  }

  /** The view of a user; empty where it is bound to a subscriber that there is not. */
  public Optional<Viewer> of(User user) {
    if (user.isBound()) {
      return subscribers.get().stream()
          .filter(subscriber -> subscriber.id().equals(user.subscriber()))
          .findFirst()
          .map(subscriber -> new SubscriberViewer(subscriber, profiles));
    }
    return Optional.of(
        user.role() == UserRole.ADMIN ? OperationsViewer.ADMINISTRATOR : OperationsViewer.DESK);
  }

  /** The view of the user who asks. */
  Viewer of(Request request) {
    var user = request.user();
    return of(user)
        .orElseThrow(
            () ->
                Problem.of(
                        403,
                        "subscriber: %s (expected: one of the file of subscribers)"
                            .formatted(user.subscriber()))
                    .exception());
  }

  /** Whether a subscriber is in force. */
  boolean isListed(String id) {
    return subscribers.get().stream().anyMatch(subscriber -> subscriber.id().equals(id));
  }

  /** The subscribers in force. */
  List<Subscriber> subscribers() {
    return subscribers.get();
  }
}
