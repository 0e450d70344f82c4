package org.marsad.consumer.feeds;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.feeds.cap.CapWriter;

/**
 * {@code /feeds/{id}/atom.xml}, {@code /feeds/{id}/alerts.geojson} and {@code
 * /feeds/{id}/cap/{identifier}.xml}. Whoever has not the feed's token learns nothing, not even
 * whether there is such a feed.
 */
final class FeedRoutes implements Consumer<JavalinConfig> {
  private static final String CAP_ENDING = ".xml";
  private static final int SECONDS_TO_RETRY = 5;

  private final FeedDirectory feeds;
  private final FeedStore store;
  private final FeedShelf shelf;
  private final AreaDirectory areas;
  private final AtomFeed atom;
  private final GeoJsonFeed geoJson;
  private final CapWriter cap;
  private final BooleanSupplier ready;
  private final Clock clock;

  FeedRoutes(
      FeedDirectory feeds,
      FeedStore store,
      FeedShelf shelf,
      AreaDirectory areas,
      AtomFeed atom,
      GeoJsonFeed geoJson,
      CapWriter cap,
      BooleanSupplier ready,
      Clock clock) {
    this.feeds = feeds;
    this.store = store;
    this.shelf = shelf;
    this.areas = areas;
    this.atom = atom;
    this.geoJson = geoJson;
    this.cap = cap;
    this.ready = ready;
    this.clock = clock;
  }

  @Override
  public void accept(JavalinConfig config) {
    config
        .routes
        .get(
            "/feeds/{id}/" + AtomFeed.FILE,
            opened((ctx, feed) -> list(ctx, feed, AtomFeed.FILE, AtomFeed.MEDIA_TYPE, atom::write)))
        .get(
            "/feeds/{id}/" + GeoJsonFeed.FILE,
            opened(
                (ctx, feed) ->
                    list(ctx, feed, GeoJsonFeed.FILE, GeoJsonFeed.MEDIA_TYPE, geoJson::write)))
        .get("/feeds/{id}/cap/{file}", opened(this::message));
  }

  /** What a reader who may read a feed gets. */
  private interface Opened {
    void handle(Context ctx, Feed feed);
  }

  private Handler opened(Opened handler) {
    return ctx -> {
      ctx.header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .header("Vary", "Authorization")
          .header("Cache-Control", "no-store");
      var feed = feeds.open(ctx.pathParam("id"), ctx.header("Authorization"));
      if (feed.isEmpty()) {
        ctx.status(401)
            .header("WWW-Authenticate", "Basic realm=\"Marsad feeds\", charset=\"UTF-8\"")
            .result("A token is needed");
      } else if (!ready.getAsBoolean()) {
        ctx.status(503)
            .header("Retry-After", Integer.toString(SECONDS_TO_RETRY))
            .result("Still reading the alerts");
      } else {
        handler.handle(ctx, feed.get());
      }
    };
  }

  private void list(
      Context ctx, Feed feed, String file, String type, BiFunction<Feed, Listing, byte[]> write) {
    var now = clock.instant();
    var madeFrom = List.of(feed.subscriber(), store.changes(), areas.changes());
    var document =
        shelf.get(
            feed.id() + "/" + file,
            madeFrom,
            now,
            () -> {
              var listing = Listing.of(feed, store.alerts(), now);
              var bytes = write.apply(feed, listing);
              return new FeedShelf.Written(Document.of(bytes, type, now), listing.until());
            });
    ctx.header("Cache-Control", feed.isForAnybody() ? "public, max-age=10" : "private, no-cache");
    send(ctx, document);
  }

  private void message(Context ctx, Feed feed) {
    var document = find(feed, ctx.pathParam("file"));
    if (document.isEmpty()) {
      ctx.status(404).result("Not found");
      return;
    }
    var whose = feed.isForAnybody() ? "public" : "private";
    ctx.header("Cache-Control", whose + ", max-age=86400, immutable");
    send(ctx, document.get());
  }

  private Optional<Document> find(Feed feed, String file) {
    if (!file.endsWith(CAP_ENDING)) {
      return Optional.empty();
    }
    var identifier = file.substring(0, file.length() - CAP_ENDING.length());
    var now = clock.instant();
    return store.withMessage(identifier).stream()
        .flatMap(alert -> Listing.shown(feed, alert, now).stream())
        .map(Listing.Shown::message)
        .filter(message -> message.identifier().equals(identifier))
        .map(message -> message.cap(feed.audience(), cap, now))
        .findFirst();
  }

  /** Sends the bytes, or nothing where the reader has them already. */
  private static void send(Context ctx, Document document) {
    ctx.header("ETag", document.etag()).header("Last-Modified", HttpTime.of(document.modified()));
    if (isKnown(ctx.header("If-None-Match"), document.etag())) {
      ctx.status(304);
      return;
    }
    ctx.contentType(document.type()).result(document.bytes());
  }

  private static boolean isKnown(@Nullable String tags, String etag) {
    if (tags == null) {
      return false; // If-Modified-Since knows whole seconds only: two alerts may share one
    }
    for (var tag : tags.split(",", -1)) {
      var bare = tag.strip();
      if (bare.equals("*") || bare.equals(etag) || bare.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }
}
