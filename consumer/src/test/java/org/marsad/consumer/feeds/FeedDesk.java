package org.marsad.consumer.feeds;

import static org.marsad.consumer.fixtures.Patience.await;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** Feeds over a broker that is not there, behind a real HTTP server, at a time that a test sets. */
final class FeedDesk implements AutoCloseable {
  private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
  private static final TopicPartition AREAS = new TopicPartition("areas", 0);

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final HttpClient http = HttpClient.newHttpClient();
  private final Feeds feeds;
  private final Javalin server;
  private volatile Instant now = Alerts.SENT;
  private volatile List<Subscriber> subscribers;
  private long published;
  private long profiles;

  FeedDesk(boolean isPublic, Subscriber... subscribers) {
    this.subscribers = List.of(subscribers);
    for (var partition : List.of(ALERTS, AREAS)) {
      var info = new PartitionInfo(partition.topic(), 0, Node.noNode(), new Node[0], new Node[0]);
      kafka.updatePartitions(partition.topic(), List.of(info));
      kafka.updateBeginningOffsets(Map.of(partition, 0L));
      kafka.updateEndOffsets(Map.of(partition, 0L));
    }
    feeds =
        new Feeds(
            new FeedSettings("marsad.example.org", isPublic),
            null,
            () -> this.subscribers,
            Areas.directory(),
            kafka,
            new Topics(""),
            new Watch());
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.startupWatcherEnabled = false;
                  feeds.accept(config);
                })
            .start("127.0.0.1", 0);
  }

  /** One that has read what there was. */
  static FeedDesk reading(boolean isPublic, Subscriber... subscribers) {
    var desk = new FeedDesk(isPublic, subscribers);
    desk.feeds.start();
    await().until(desk.feeds::isReady);
    return desk;
  }

  void setTime(Instant time) {
    now = time;
  }

  void setSubscribers(Subscriber... next) {
    subscribers = List.of(next);
  }

  void publish(Alert alert) {
    publish(MessageCodec.of(Alert.class).encode(alert));
  }

  void publish(byte[] bytes) {
    var record = new ConsumerRecord<>("alerts", 0, published++, new byte[0], bytes);
    kafka.schedulePollTask(() -> kafka.addRecord(record));
    await().until(() -> kafka.position(ALERTS) == published);
  }

  void publish(AreaProfile profile) {
    var bytes = MessageCodec.of(AreaProfile.class).encode(profile);
    var record = new ConsumerRecord<>("areas", 0, profiles++, new byte[0], bytes);
    kafka.schedulePollTask(() -> kafka.addRecord(record));
    await().until(() -> kafka.position(AREAS) == profiles);
  }

  /** The answer to a request. */
  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The answer to a reader who shows a token. */
  HttpResponse<String> read(String path, String token) {
    return get(path, "Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    server.stop();
    feeds.close();
  }

  private final class Watch extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
