package org.marsad.standalone;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.Consumer;

/** One loopback server for all parts that answer requests. */
final class WebServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Javalin server;

  private WebServer(Javalin server) {
    this.server = server;
  }

  static WebServer start(int port, List<Consumer<JavalinConfig>> parts) {
    var server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              parts.forEach(part -> part.accept(config));
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
