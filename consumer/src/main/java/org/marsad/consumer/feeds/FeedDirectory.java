package org.marsad.consumer.feeds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.AreaProfile;

/** Who has a feed, and who may read it. Follows the subscribers as they change. Thread-safe. */
final class FeedDirectory {
  /** Looked at where there is no feed, so that the answer takes as long. */
  private static final List<String> NOBODYS = List.of("0".repeat(64));

  private final Supplier<List<Subscriber>> subscribers;
  private final Function<String, Optional<AreaProfile>> profiles;
  private final @Nullable Feed forAnybody;
  private @Nullable List<Subscriber> known;
  private Map<String, Feed> byId = Map.of();

  /**
   * A directory.
   *
   * @param subscribers in force; another list once they have changed
   * @param isPublic whether anybody may read the public's feed
   * @param profiles of areas, by code
   */
  FeedDirectory(
      Supplier<List<Subscriber>> subscribers,
      boolean isPublic,
      Function<String, Optional<AreaProfile>> profiles) {
    this.subscribers = subscribers;
    this.profiles = profiles;
    this.forAnybody = isPublic ? Feed.forAnybody(profiles) : null;
  }

  /**
   * The feed of an id, for a reader who may read it.
   *
   * @param authorization header that shows a token; null: none
   */
  Optional<Feed> open(String id, @Nullable String authorization) {
    if (forAnybody != null && id.equals(Feed.PUBLIC)) {
      return Optional.of(forAnybody);
    }
    var feed = find(id);
    var hashes = feed == null ? NOBODYS : hashes(feed.subscriber());
    return FeedAccess.opens(authorization, hashes) ? Optional.ofNullable(feed) : Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // a cheap look: another list, others may be in it
  private synchronized @Nullable Feed find(String id) {
    var current = subscribers.get();
    if (current != known) {
      var next = new HashMap<String, Feed>();
      for (var subscriber : current) {
        if (!hashes(subscriber).isEmpty()) {
          next.put(subscriber.id(), Feed.of(subscriber, profiles));
        }
      }
      byId = next;
      known = current;
    }
    return byId.get(id);
  }

  /** Several, while tokens are being changed. */
  private static List<String> hashes(Subscriber subscriber) {
    return subscriber.channels().stream()
        .filter(ChannelSettings.Feed.class::isInstance)
        .map(channel -> ((ChannelSettings.Feed) channel).tokenSha256())
        .toList();
  }
}
