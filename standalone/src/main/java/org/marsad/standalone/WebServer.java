package org.marsad.standalone;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One loopback server for the page, the intake and the health checks. */
final class WebServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Javalin server;

  private WebServer(Javalin server) {
    this.server = server;
  }

  static WebServer start(int port, List<Consumer<JavalinConfig>> parts, BooleanSupplier ready) {
    var server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              parts.forEach(part -> part.accept(config));
              config.routes.get(
                  "/health/live", ctx -> ctx.contentType("application/json").result("{}"));
              config.routes.get(
                  "/health/ready",
                  ctx -> {
                    var isReady = ready.getAsBoolean();
                    ctx.status(isReady ? 200 : 503)
                        .contentType("application/json")
                        .result(isReady ? "{\"ready\":true}" : "{\"ready\":false}");
                  });
            });
    return new WebServer(server.start(HOST, port));
  }

  int port() {
    return server.port();
  }

  String url() {
    return "http://" + HOST + ":" + port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
