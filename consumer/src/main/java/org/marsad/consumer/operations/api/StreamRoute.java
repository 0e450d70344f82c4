package org.marsad.consumer.operations.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.Viewer;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Field;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.operations.stream.SseFrame;
import org.marsad.consumer.operations.stream.StreamClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of what happens, for each viewer its own: {@code alert}, {@code removed}, {@code
 * answers}, {@code told}, {@code strike}, {@code hospital}, {@code mute}, {@code reset} with ids,
 * {@code heartbeat} without. A reader resumes by the header {@code Last-Event-ID} or, where its
 * browser starts over, the parameter {@code lastEventId}. Every 15 seconds each reader is looked
 * at: the stream of one who may not see it any more ends, and so does that of one who took nothing
 * since.
 */
public final class StreamRoute implements AutoCloseable {
  /** Readers at once, a count; one more is asked to come back later. */
  static final int MOST_READERS = 8_000;

  /** How far a reader may fall behind: more than the history, so that a resumption fits. */
  private static final int MOST_QUEUED_BYTES = 4 * 1024 * 1024;

  private static final int SEND_BUFFER_BYTES = 64 * 1024;
  private static final int HEARTBEAT_SECONDS = 15;
  private static final int REACH_SECONDS = 2;
  private static final int LONGEST_ID = 200;
  private static final Logger LOG = LoggerFactory.getLogger(StreamRoute.class);

  private final Board board;
  private final Viewers viewers;
  private final Status status;
  private final Map<StreamClient, BooleanSupplier> mayGoOn = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "operations-heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  public StreamRoute(Board board, Viewers viewers, Status status) {
    this.board = board;
    this.viewers = viewers;
    this.status = status;
    var unused =
        timer.scheduleAtFixedRate(
            this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    var unusedToo =
        timer.scheduleWithFixedDelay(
            this::tellReach, REACH_SECONDS, REACH_SECONDS, TimeUnit.SECONDS);
  }

  /** Its route. */
  public List<Route> routes() {
    return List.of(
        Route.get("/stream", "watch")
            .summary("What happens, as server-sent events; resumes without a gap.")
            .access(Access.of(UserRole.VIEWER).orBound(UserRole.VIEWER))
            .query(Field.text("lastEventId", LONGEST_ID, "The last event that was seen."))
            .answers("EventStream")
            .by(this::stream));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    board.closeStreams();
  }

  /** Looks at each reader and says that we are alive. */
  public void beat() {
    try {
      mayGoOn.forEach(
          (client, may) -> {
            if (!may.getAsBoolean()) {
              client.close();
            }
            client.look();
          });
      board.send(frame());
    } catch (RuntimeException e) {
      LOG.warn("heartbeat failed", e); // a thrown exception would end all further beats
    }
  }

  private void tellReach() {
    try {
      board.tellReach();
    } catch (RuntimeException e) {
      LOG.warn("who was told is not told", e);
    }
  }

  private byte[] frame() {
    return SseFrame.event(null, "heartbeat", status.heartbeat().toString());
  }

  private Reply stream(Request request) {
    if (mayGoOn.size() >= MOST_READERS) {
      return Problem.of(503, "Too many readers: come back later.")
          .reply()
          .with("Retry-After", "10");
    }
    var viewer = viewers.of(request);
    var ctx = request.context();
    ctx.contentType("text/event-stream;charset=UTF-8")
        .header("X-Accel-Buffering", "no")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store");
    ctx.future(() -> stream(request, viewer, ctx));
    return Reply.streamed();
  }

  /** Lets the reader in; the answer ends when what is returned is done. */
  private CompletableFuture<Void> stream(Request request, Viewer viewer, Context ctx) {
    try {
      var out = ctx.res().getOutputStream();
      boundKernelMemory(ctx);
      var client = new StreamClient(out, MOST_QUEUED_BYTES, () -> cut(ctx));
      out.setWriteListener(client);
      mayGoOn.put(client, () -> mayGoOn(request, viewer));
      var gone = board.book(viewer).events().join(client, lastEventId(request));
      client.offer(frame());
      client.write();
      return gone.whenComplete((done, error) -> mayGoOn.remove(client));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the reader is still somebody who sees the same. */
  private boolean mayGoOn(Request request, Viewer viewer) {
    return request
        .callerNow()
        .flatMap(caller -> viewers.of(caller.user()))
        .filter(viewer::equals)
        .isPresent();
  }

  private static @Nullable String lastEventId(Request request) {
    var header = request.header("Last-Event-ID");
    return header != null ? header : request.query().text("lastEventId");
  }

  /** Else the system keeps megabytes for each reader that takes nothing, and that one is late. */
  private static void boundKernelMemory(Context ctx) throws IOException {
    if (endPoint(ctx).getTransport() instanceof SocketChannel channel) {
      channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
    }
  }

  /** A write to a reader that takes nothing never ends, so its connection is closed under it. */
  private static void cut(Context ctx) {
    endPoint(ctx).close();
  }

  private static EndPoint endPoint(Context ctx) {
    return ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }
}
