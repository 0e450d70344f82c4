package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.consumer.fixtures.Patience.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.EventReader;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

class DashboardAppTest {
  private static final Topics TOPICS = new Topics("test-");

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final DashboardApp app =
      new DashboardApp(
          new DashboardSettings(
              TOPICS, "127.0.0.1", 0, List.of(), "operations", Map.of(), Map.of()),
          kafka,
          () -> new AcknowledgementsTopic(producer, TOPICS),
          Clock.fixed(Examples.NOON, ZoneOffset.UTC));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    app.close();
    app.close();
  }

  @Test
  void shouldBeLiveAtOnceAndReadyOnlyWhenItHasCaughtUp() throws Exception {
    // Given: topics that are not there yet
    app.start();
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("\"ready\":false", "broker has not answered");
    // When: one alert is waiting
    topics(1);
    await().untilAsserted(() -> assertThat(get("/health/ready").body()).contains("catching up"));
    record(TOPICS.alerts(), 0, MessageCodec.of(Alert.class).encode(Examples.alert("a").build()));
    // Then
    await().untilAsserted(() -> assertThat(get("/health/ready").statusCode()).isEqualTo(200));
    assertThat(get("/api/alerts").body()).contains("\"alertId\":\"a\"");
  }

  @Test
  void shouldShowAlertsStrikesAndAreasFromTheTopicsAndSkipWhatIsUnreadable() throws Exception {
    // Given
    topics(0);
    app.start();
    await().untilAsserted(() -> assertThat(get("/health/ready").statusCode()).isEqualTo(200));
    // When
    record(TOPICS.alerts(), 0, "garbage".getBytes(StandardCharsets.UTF_8));
    record(TOPICS.alerts(), 1, MessageCodec.of(Alert.class).encode(Examples.alert("a").build()));
    record(TOPICS.strikes(), 0, MessageCodec.of(Strike.class).encode(Examples.strike("s").build()));
    record(TOPICS.strikes(), 1, null);
    record(TOPICS.areas(), 0, MessageCodec.of(AreaProfile.class).encode(Examples.aleppo().build()));
    // Then
    await()
        .untilAsserted(
            () -> {
              assertThat(get("/api/alerts").body()).contains("\"alertId\":\"a\"");
              assertThat(get("/api/strikes").body()).contains("\"strikeId\":\"s\"");
              assertThat(get("/api/areas").body()).contains("الفردوس");
            });
    try (var reader = new EventReader(http, uri("/events"))) {
      await().until(() -> reader.text().contains("\"unreadable\":1"));
    }
  }

  @Test
  void shouldPublishTheOperatorsAnswerAndShowTheTeams() throws Exception {
    // Given
    topics(0);
    app.start();
    await().untilAsserted(() -> assertThat(get("/health/ready").statusCode()).isEqualTo(200));
    record(TOPICS.alerts(), 0, MessageCodec.of(Alert.class).encode(Examples.alert("a").build()));
    await().until(() -> get("/api/alerts").body().contains("\"alertId\":\"a\""));
    // When
    var answered =
        http.send(
            HttpRequest.newBuilder(uri("/api/answers"))
                .header("X-Marsad-Page", "1")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"alertId\": \"a\", \"revision\": 1, \"intent\": \"SEEN\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    // Then
    assertThat(answered.statusCode()).isEqualTo(202);
    var published = producer.history().get(0);
    assertThat(published.topic()).isEqualTo(TOPICS.acknowledgements());
    assertThat(published.key()).isEqualTo("a");
    // When
    record(TOPICS.acknowledgements(), 0, published.value());
    // Then
    await()
        .untilAsserted(
            () -> assertThat(get("/api/answers").body()).contains("\"subscriber\":\"operations\""));
  }

  @Test
  void shouldReadItsSettingsAndRefuseAllFaultsAtOnce() {
    // Given
    var given =
        Map.of(
            "kafka.bootstrap.servers",
            "k:9092",
            "http.port",
            "0",
            "topics.prefix",
            "test-",
            "http.names",
            "a.example,b.example");
    // When
    var settings = DashboardSettings.of(Settings.of(DashboardSettings.DEFINITION, given));
    // Then
    assertThat(settings)
        .isEqualTo(
            new DashboardSettings(
                TOPICS,
                "127.0.0.1",
                0,
                List.of("a.example", "b.example"),
                "operations",
                Map.of("bootstrap.servers", "k:9092"),
                Map.of("bootstrap.servers", "k:9092")));
    assertThatThrownBy(
            () ->
                Settings.of(
                    DashboardSettings.DEFINITION, Map.of("http.port", "70000", "colour", "red")))
        .isInstanceOfSatisfying(SettingsException.class, e -> assertThat(e.faults()).hasSize(3));
  }

  private void topics(long alerts) {
    for (var topic : DashboardFeed.topics(TOPICS)) {
      var partition = new TopicPartition(topic, 0);
      kafka.updateBeginningOffsets(Map.of(partition, 0L));
      kafka.updateEndOffsets(Map.of(partition, topic.equals(TOPICS.alerts()) ? alerts : 0L));
      kafka.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
    }
  }

  @SuppressWarnings("NullAway") // a tombstone is a null value
  private void record(String topic, long offset, byte @Nullable [] value) {
    kafka.addRecord(new ConsumerRecord<>(topic, 0, offset, new byte[0], value));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + app.port() + path);
  }
}
