package org.marsad.consumer.fanout;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import org.marsad.consumer.feeds.Feeds;
import org.marsad.schemas.launch.Part;
import org.marsad.schemas.launch.Readiness;
import org.marsad.schemas.settings.Settings;

/** The fan-out with a server of its own. */
public final class FanoutServer implements Part {
  private final FanoutApp app;
  private final Feeds feeds;
  private final String host;
  private final int port;
  private final Javalin server;

  /**
   * A server for a fan-out and feeds that are not started yet; it starts and closes them.
   *
   * @param settings as {@link FanoutSettings#DEFINITION} declares them
   */
  public FanoutServer(FanoutApp app, Feeds feeds, Settings settings) {
    this.app = app;
    this.feeds = feeds;
    this.host = settings.text(FanoutSettings.HTTP_HOST);
    this.port = settings.number(FanoutSettings.HTTP_PORT);
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              app.routes().forEach(routes -> routes.accept(config));
              feeds.accept(config);
              config
                  .routes
                  .get("/health/live", ctx -> ctx.contentType("application/json").result("{}"))
                  .get("/health/ready", this::ready);
            });
  }

  @Override
  public void start() {
    server.start(host, port);
    app.start();
    feeds.start();
  }

  @Override
  public CompletableFuture<Void> ended() {
    return app.ended();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Takes no further answers, then stops the fan-out. Closing twice is fine. */
  @Override
  public void close() {
    server.stop();
    feeds.close();
    app.close();
  }

  private void ready(Context ctx) {
    var readiness = new Readiness(app.trouble(), app.warning().stream().toList());
    ctx.status(readiness.status()).contentType("application/json").result(readiness.json());
  }
}
