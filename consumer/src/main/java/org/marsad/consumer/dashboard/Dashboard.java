package org.marsad.consumer.dashboard;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marsad.consumer.operations.http.HostNames;
import org.marsad.consumer.reading.ReadingStatus;

/**
 * The routes of the live page, for a server of its own or a shared one: {@code /}, {@code
 * /assets/*}, {@code /api/alerts}, {@code /api/answers}, {@code /api/strikes}, {@code /api/areas},
 * {@code /api/status} and {@code /events}.
 *
 * <p>Nothing is loaded from elsewhere, and every answer says so to the browser. Who asks for them
 * under a name that is not ours gets 403.
 */
public final class Dashboard implements Consumer<JavalinConfig>, AutoCloseable {
  /** What the browser may load: our own files, no inline script or style. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String UNKNOWN_NAME =
      "Host: unknown (expected: an address, localhost or a name that is set: http.names,"
          + " --page-name)";

  private final DashboardState state;
  private final HostNames names;
  private final Assets assets = new Assets();
  private final Lists lists;
  private final AnswerRoutes answers;
  private final Heartbeat heartbeat;
  private final EventsRoute events;

  /**
   * The page over a state that somebody else feeds.
   *
   * @param reading how far the feeding has come; the page warns when the broker is away
   * @param answering how the operator answers
   * @param names of hosts under which the page may be asked for, besides addresses and localhost
   * @param trouble why alerts are not being sent; empty: they are, or nobody knows
   * @param clock for the age of the broker's last answer
   */
  public Dashboard(
      DashboardState state,
      Supplier<ReadingStatus> reading,
      Answering answering,
      Collection<String> names,
      Supplier<Optional<String>> trouble,
      Clock clock) {
    this.state = state;
    this.names = new HostNames(names);
    this.lists = new Lists(state);
    this.answers = new AnswerRoutes(state, answering, clock);
    this.heartbeat = new Heartbeat(state, reading, trouble, clock);
    this.events = new EventsRoute(state, heartbeat);
  }

  @Override
  public void accept(JavalinConfig config) {
    config
        .routes
        .get("/", guarded(ctx -> asset(ctx, Assets.PAGE)))
        .get("/assets/{name}", guarded(ctx -> asset(ctx, ctx.pathParam("name"))))
        .get("/api/alerts", guarded(lists::alerts))
        .get("/api/answers", guarded(answers::list))
        .post("/api/answers", guarded(answers::take))
        .get("/api/strikes", guarded(lists::strikes))
        .get("/api/areas", guarded(this::areas))
        .get("/api/status", guarded(this::status))
        .get("/events", guarded(events));
  }

  /** Readers of the event stream now, a count. */
  public int clients() {
    return state.events().clients();
  }

  /** Ends all event streams and the heartbeat. */
  @Override
  public void close() {
    events.close();
  }

  private Handler guarded(Handler handler) {
    return ctx -> {
      ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .header("Cache-Control", "no-cache");
      if (names.include(ctx.header("Host"))) {
        handler.handle(ctx);
      } else {
        ctx.status(403).result(UNKNOWN_NAME);
      }
    };
  }

  private void asset(Context ctx, String name) {
    var asset = assets.find(name);
    if (asset.isEmpty()) {
      ctx.status(404).result("Not found");
      return;
    }
    cached(ctx, asset.get().type(), asset.get().bytes(), asset.get().etag());
  }

  private void areas(Context ctx) {
    var map = state.areas().map();
    cached(ctx, "application/geo+json", map.json(), map.etag());
  }

  private void status(Context ctx) {
    ctx.contentType("application/json").result(heartbeat.facts().toString());
  }

  /** Sends the bytes, or nothing where the browser has them already. */
  private static void cached(Context ctx, String type, byte[] bytes, String etag) {
    ctx.header("ETag", etag);
    if (etag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.contentType(type).result(bytes);
  }
}
