package org.marsad.consumer.feeds;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Confidential;
import org.marsad.consumer.feeds.cap.CapWriter;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds: follows alerts and areas, and serves what each subscriber may fetch. Nothing is
 * written before it is asked for, and nothing is served before all alerts have been read.
 */
public final class Feeds implements Consumer<JavalinConfig>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
  private static final int MOST_MESSAGES = 2_000;
  private static final long MOST_LIST_BYTES = 16L * 1024 * 1024;

  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final MessageCodec<AreaProfile> profiles = MessageCodec.of(AreaProfile.class);
  private final FeedStore store = new FeedStore(MOST_MESSAGES);
  private final AreaDirectory areas;
  private final Topics topics;
  private final TopicTail tail;
  private final FeedRoutes routes;

  /**
   * Feeds that follow the topics once they are started.
   *
   * @param base where readers reach the server, without a slash at its end; null: links are
   *     relative
   * @param subscribers in force; a new list where they have changed
   * @param areas for names and outlines; it is told of those that come
   * @param consumer reads alerts and areas; owned and closed by the feeds
   * @param clock tells what has been over for long
   */
  public Feeds(
      FeedSettings settings,
      @Nullable URI base,
      Supplier<List<Subscriber>> subscribers,
      AreaDirectory areas,
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      Topics topics,
      Clock clock) {
    this.areas = areas;
    this.topics = topics;
    this.tail =
        new TopicTail(consumer, List.of(topics.areas(), topics.alerts()), this::take, clock);
    var links = new FeedLinks(base);
    this.routes =
        new FeedRoutes(
            new FeedDirectory(subscribers, settings.isPublic(), areas::profile),
            store,
            new FeedShelf(MOST_LIST_BYTES),
            areas,
            new AtomFeed(settings.sender(), areas, links, clock.instant()),
            new GeoJsonFeed(areas, links),
            new CapWriter(settings.sender(), areas),
            () -> tail.status().caughtUp(),
            clock);
  }

  /**
   * Feeds with a connection of their own.
   *
   * @param settings as {@link FeedSettings#define} and Kafka's own name them
   */
  public static Feeds of(
      Settings settings,
      @Nullable URI base,
      Supplier<List<Subscriber>> subscribers,
      AreaDirectory areas,
      Clock clock) {
    var kafka = KafkaConnection.of(settings);
    return new Feeds(
        FeedSettings.of(settings),
        base,
        subscribers,
        areas,
        new KafkaConsumer<>(TopicTail.settings(kafka.consumer())),
        kafka.topics(),
        clock);
  }

  /** Starts to read; once. */
  public void start() {
    tail.start();
  }

  /** Whether all that was there at the start has been read, so that it serves. */
  public boolean isReady() {
    return tail.status().caughtUp();
  }

  @Override
  public void accept(JavalinConfig config) {
    routes.accept(config);
  }

  /** Stops reading. Closing twice is fine. */
  @Override
  public void close() {
    tail.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return; // a tombstone: compaction's business
    }
    try {
      if (record.topic().equals(topics.alerts())) {
        shown(alerts.decode(record.value())).ifPresent(store::put);
      } else {
        var profile = profiles.decode(record.value());
        areas.onProfile(profile);
        store.review(profile.getCode(), this::shown);
      }
    } catch (UndecodableException e) {
      LOG.warn(
          "message unreadable, not in any feed topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private Optional<Alert> shown(Alert alert) {
    return Confidential.without(alert, areas::profile);
  }
}
