package org.marsad.consumer.feeds;

import static org.marsad.consumer.fixtures.Alerts.SENT;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Confidential;
import org.marsad.consumer.feeds.cap.CapWriter;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;

/** Everything that a feed offers for some alerts, without a server. */
final class FeedBench {
  private static final String SENDER = "marsad.example.org";

  private final AreaDirectory areas;
  private final List<KeptAlert> alerts;

  FeedBench(AreaDirectory areas, Iterable<Alert> alerts) {
    this.areas = areas;
    var store = new FeedStore(1_000);
    alerts.forEach(alert -> Confidential.without(alert, areas::profile).ifPresent(store::put));
    this.alerts = store.alerts();
  }

  /** A subscriber's feed, where areas are as usual. */
  static Feed feed(Subscriber subscriber) {
    return Feed.of(subscriber, Areas.directory()::profile);
  }

  byte[] atom(Feed feed) {
    return new AtomFeed(SENDER, areas, new FeedLinks(null), SENT).write(feed, listing(feed));
  }

  byte[] geoJson(Feed feed) {
    return new GeoJsonFeed(areas, new FeedLinks(null)).write(feed, listing(feed));
  }

  /** All its CAP messages, newest first. */
  byte[] cap(Feed feed) {
    var writer = new CapWriter(SENDER, areas);
    var all = new ByteArrayOutputStream();
    for (var shown : listing(feed).messages()) {
      all.writeBytes(shown.message().cap(feed.audience(), writer, SENT).bytes());
    }
    return all.toByteArray();
  }

  /** All formats by name. */
  Map<String, String> everything(Feed feed) {
    return new TreeMap<>(
        Map.of(
            "atom", new String(atom(feed), StandardCharsets.UTF_8),
            "geojson", new String(geoJson(feed), StandardCharsets.UTF_8),
            "cap", new String(cap(feed), StandardCharsets.UTF_8)));
  }

  private Listing listing(Feed feed) {
    return Listing.of(feed, alerts, SENT);
  }
}
