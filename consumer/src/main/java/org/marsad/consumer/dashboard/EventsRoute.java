package org.marsad.consumer.dashboard;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.stream.StreamClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event stream: {@code alert}, {@code removed}, {@code answers}, {@code strike}, {@code reset}
 * with ids, {@code heartbeat} without. A reader resumes by the header {@code Last-Event-ID} or,
 * where its browser starts over, the parameter {@code lastEventId}.
 */
final class EventsRoute implements Handler, AutoCloseable {
  /** Readers at once, a count; one more is asked to come back later. */
  static final int MAX_CLIENTS = 1_000;

  /** How far a reader may fall behind: more than the history, so that a resumption fits. */
  static final int MAX_QUEUED_BYTES = 4 * 1024 * 1024;

  static final int HEARTBEAT_SECONDS = 15;
  private static final Logger LOG = LoggerFactory.getLogger(EventsRoute.class);

  private final DashboardState state;
  private final Heartbeat heartbeat;
  private final ScheduledExecutorService timer;
  private final ScheduledFuture<?> beating;

  EventsRoute(DashboardState state, Heartbeat heartbeat) {
    this.state = state;
    this.heartbeat = heartbeat;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "dashboard-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    this.beating =
        timer.scheduleAtFixedRate(
            this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void handle(Context ctx) {
    if (state.events().clients() >= MAX_CLIENTS) {
      ctx.status(503).header("Retry-After", "10").result("Too many readers");
      return;
    }
    ctx.contentType("text/event-stream;charset=UTF-8").header("X-Accel-Buffering", "no");
    ctx.future(() -> stream(ctx));
  }

  @Override
  public void close() {
    beating.cancel(false);
    timer.shutdownNow();
    state.events().close();
  }

  /** Lets the reader in; the answer ends when what is returned is done. */
  private CompletableFuture<Void> stream(Context ctx) {
    try {
      var out = ctx.res().getOutputStream();
      var client = new StreamClient(out, MAX_QUEUED_BYTES, () -> cut(ctx));
      out.setWriteListener(client);
      var gone = state.events().join(client, lastEventId(ctx));
      client.offer(heartbeat.frame());
      return gone;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String lastEventId(Context ctx) {
    var header = ctx.header("Last-Event-ID");
    return header != null ? header : ctx.queryParam("lastEventId");
  }

  /** A write to a reader that takes nothing never ends, so its connection is closed under it. */
  private static void cut(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private void beat() {
    try {
      state.events().send(heartbeat.frame());
    } catch (RuntimeException e) {
      LOG.warn("heartbeat failed", e); // a thrown exception would end all further beats
    }
  }
}
