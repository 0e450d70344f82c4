package org.marsad.consumer.dashboard;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.message.Acknowledgement;
import org.marsad.schemas.launch.Part;

/** The dashboard with a server of its own: follows the topics and serves the page. */
public final class DashboardApp implements Part {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final DashboardSettings settings;
  private final Supplier<AcknowledgementsTopic> opening;
  private final TopicTail tail;
  private final Dashboard dashboard;
  private final Javalin server;
  private volatile @Nullable AcknowledgementsTopic answers;

  /** A dashboard over a consumer made from the settings; nothing runs before {@link #start}. */
  public DashboardApp(DashboardSettings settings, Clock clock) {
    this(
        settings,
        new KafkaConsumer<>(TopicTail.settings(settings.kafka())),
        () -> AcknowledgementsTopic.of(settings.kafkaProducer(), settings.topics()),
        clock);
  }

  /**
   * A dashboard over a given consumer.
   *
   * @param consumer owned and closed by the dashboard
   * @param opening opens the topic of the answers, at the start
   */
  DashboardApp(
      DashboardSettings settings,
      Consumer<byte[], byte[]> consumer,
      Supplier<AcknowledgementsTopic> opening,
      Clock clock) {
    this.settings = settings;
    this.opening = opening;
    var state = new DashboardState(new AreaDirectory(), clock);
    var topics = settings.topics();
    this.tail =
        new TopicTail(
            consumer, DashboardFeed.topics(topics), new DashboardFeed(state, topics), clock);
    this.dashboard =
        new Dashboard(
            state,
            tail::status,
            new Answering(settings.answersAs(), this::publish),
            settings.names(),
            Optional::empty, // who sends the alerts is another process
            clock);
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              dashboard.accept(config);
              config
                  .routes
                  .get("/health/live", ctx -> ctx.contentType("application/json").result("{}"))
                  .get("/health/ready", this::ready);
            });
  }

  /** Starts to read and to serve. */
  @Override
  public void start() {
    answers = opening.get();
    server.start(settings.host(), settings.port());
    tail.start();
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Stops reading, ends the event streams and closes the server. Closing twice is fine. */
  @Override
  public void close() {
    tail.close();
    dashboard.close();
    server.stop();
    var open = answers;
    if (open != null) {
      open.close();
    }
    ended.complete(null);
  }

  private CompletableFuture<Void> publish(Acknowledgement answer) {
    var open = answers;
    return open == null
        ? CompletableFuture.failedFuture(new IllegalStateException("not started"))
        : open.publish(answer);
  }

  private void ready(Context ctx) {
    ctx.contentType("application/json");
    if (tail.status().caughtUp()) {
      ctx.result("{\"ready\":true}");
    } else if (tail.status().brokerSeenAt() == null) {
      ctx.status(503).result("{\"ready\":false,\"reason\":\"the broker has not answered yet\"}");
    } else {
      ctx.status(503).result("{\"ready\":false,\"reason\":\"catching up with the topics\"}");
    }
  }
}
