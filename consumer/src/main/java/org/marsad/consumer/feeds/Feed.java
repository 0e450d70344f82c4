package org.marsad.consumer.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.marsad.consumer.audience.Audience;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.MatchIndex;
import org.marsad.message.AreaProfile;

/** What one subscriber can fetch. Safe for several threads. */
final class Feed {
  /** The id of the feed that anybody may read. */
  static final String PUBLIC = "public";

  private final Subscriber subscriber;
  private final boolean isForAnybody;
  private final MatchIndex matching;

  private Feed(
      Subscriber subscriber,
      boolean isForAnybody,
      Function<String, Optional<AreaProfile>> profiles) {
    this.subscriber = subscriber;
    this.isForAnybody = isForAnybody;
    this.matching = new MatchIndex(List.of(subscriber), profiles);
  }

  /**
   * A subscriber's.
   *
   * @param profiles of areas, by code
   */
  static Feed of(Subscriber subscriber, Function<String, Optional<AreaProfile>> profiles) {
    return new Feed(subscriber, false, profiles);
  }

  /** The one that needs no token: everything that the public may see, of all areas. */
  static Feed forAnybody(Function<String, Optional<AreaProfile>> profiles) {
    var anybody = Subscriber.builder(PUBLIC, Role.PUBLIC).areas(Coverage.ALL_AREAS).build();
    return new Feed(anybody, true, profiles);
  }

  String id() {
    return subscriber.id();
  }

  Subscriber subscriber() {
    return subscriber;
  }

  boolean isForAnybody() {
    return isForAnybody;
  }

  Audience audience() {
    return new Audience(subscriber.role(), subscriber.site());
  }

  /** Language of its titles. */
  Locale language() {
    return subscriber.language();
  }

  /**
   * Whether it still shows an alert: as long as that is kept, or only for its time; and as long as
   * its reader may see the newest revision.
   */
  boolean shows(KeptAlert alert, Instant now) {
    return (subscriber.history() || now.isBefore(alert.staysUntil()))
        && alert.newest().view(audience()).isPresent();
  }

  /** Whether a revision concerns its subscriber. */
  boolean concerns(FeedMessage message) {
    return !matching.concerned(message.alert()).isEmpty();
  }
}
