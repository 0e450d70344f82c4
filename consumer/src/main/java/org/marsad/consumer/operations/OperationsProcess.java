package org.marsad.consumer.operations;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.api.Intake;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.schemas.launch.Part;

/** The operations service with a server of its own. */
final class OperationsProcess implements Part {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final OperationsApp app;
  private final OperationsServer server;

  /**
   * A service on the address of its settings; nothing is read or served before {@link #start}.
   *
   * @throws IOException where a file cannot be read
   */
  static OperationsProcess of(OperationsSettings settings, Clock clock) throws IOException {
    var source =
        settings.subscribersFile().isEmpty()
            ? SubscribersSource.of(List.of())
            : SubscribersSource.of(Path.of(settings.subscribersFile()));
    var subscribers = new FollowedSubscribers(source, System::nanoTime);
    var app = OperationsApp.of(settings, List.of(), subscribers, intake(settings), null, clock);
    app.health().warnsOf(subscribers::warning);
    return new OperationsProcess(app, settings.host(), settings.port());
  }

  /**
   * @param app started and closed with the server
   * @param port to listen on; 0 takes any free one
   */
  OperationsProcess(OperationsApp app, String host, int port) {
    this.app = app;
    this.server = new OperationsServer(host, port, List.of(app.health(), app));
  }

  @Override
  public void start() {
    server.start();
    app.start();
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** The port that it listens on. */
  int port() {
    return server.port();
  }

  @Override
  public void close() {
    app.close();
    server.close();
    ended.complete(null);
  }

  private static @Nullable Intake intake(OperationsSettings settings) {
    if (settings.intakeUrl().isEmpty()) {
      return null;
    }
    var base = URI.create(settings.intakeUrl());
    return new Intake(() -> base, Path.of(settings.intakeTokenFile()));
  }
}
