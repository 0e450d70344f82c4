package org.marsad.consumer.operations.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.Clearance;
import org.marsad.consumer.subscribers.matching.MatchIndex;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;

/** The users of one subscriber: they see the alerts that it is told of, in its view. */
public final class SubscriberViewer implements Viewer {
  private final Subscriber subscriber;
  private final MatchIndex matching;
  private final Clearance clearance;

  /**
   * @param profiles of areas, by code
   */
  public SubscriberViewer(Subscriber subscriber, Function<String, Optional<AreaProfile>> profiles) {
    this.subscriber = subscriber;
    this.matching = new MatchIndex(List.of(subscriber), profiles);
    this.clearance = new Clearance(profiles);
  }

  @Override
  public String key() {
    return "subscriber:" + subscriber.id();
  }

  @Override
  public Role role() {
    return subscriber.role();
  }

  @Override
  public @Nullable String site() {
    return subscriber.site();
  }

  @Override
  public boolean seesPrivate() {
    return false;
  }

  @Override
  public String subscriber() {
    return subscriber.id();
  }

  @Override
  public boolean isConcerned(Alert alert, boolean isPrivate) {
    return !matching.concerned(alert, isPrivate).isEmpty();
  }

  @Override
  public Optional<Alert> view(Alert alert, boolean isPrivate) {
    return clearance.isGiven(subscriber, alert, isPrivate)
        ? Viewer.super.view(alert, isPrivate)
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubscriberViewer viewer && viewer.subscriber.equals(subscriber);
  }

  @Override
  public int hashCode() {
    return subscriber.hashCode();
  }
}
