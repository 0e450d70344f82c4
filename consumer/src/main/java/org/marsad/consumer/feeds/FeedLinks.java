package org.marsad.consumer.feeds;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of documents of a feed.
 *
 * @param base where readers reach the server, without a slash at its end; null: addresses are
 *     relative to the feed's own, which readers resolve
 */
record FeedLinks(@Nullable URI base) {
  /** A document of the feed. */
  String to(Feed feed, String file) {
    return base == null ? file : base + "/feeds/" + feed.id() + "/" + file;
  }

  /** A message in CAP. */
  String toCap(Feed feed, FeedMessage message) {
    return to(feed, "cap/" + message.identifier() + ".xml");
  }
}
