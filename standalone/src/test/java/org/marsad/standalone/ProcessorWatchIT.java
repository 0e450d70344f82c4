package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.operations.Health;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.standalone.broker.EmbeddedBroker;

/** A processor that is held up within a step, on a real broker. */
class ProcessorWatchIT {
  private static final Topics TOPICS = new Topics("");
  private static final String APPLICATION = "held-up";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private final CountDownLatch isHeld = new CountDownLatch(1);
  private final CountDownLatch isReleased = new CountDownLatch(1);
  private final AtomicLong nanos = new AtomicLong();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shouldNotBeReadyWhileAReportWaitsForTheProcessor() throws Exception {
    try (var broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      var kafka = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
      try (var admin = Admin.create(kafka)) {
        TOPICS.create(admin, 1, (short) 1);
      }
      try (var processor = processor(broker.bootstrapServers());
          var drain = new Drain(KafkaConnection.to(broker.bootstrapServers()), APPLICATION);
          var watch = new ProcessorWatch(drain::positions, nanos::get);
          var web = WebServer.start(0, List.of(new Health().needs(watch::trouble)))) {
        watch.start(Duration.ofMillis(50));
        processor.start();
        try {
          // Given
          report(kafka);
          await().atMost(PATIENCE).until(() -> isHeld.getCount() == 0);
          assertThat(ready(web).statusCode()).isEqualTo(200);
          // When
          await()
              .atMost(PATIENCE)
              .untilAsserted(
                  () -> {
                    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
                    assertThat(ready(web).body()).contains("a report waits for");
                  });
          assertThat(ready(web).statusCode()).isEqualTo(503);
          assertThat(processor.state()).isEqualTo(KafkaStreams.State.RUNNING);
          isReleased.countDown();
          // Then
          await()
              .atMost(PATIENCE)
              .untilAsserted(() -> assertThat(ready(web).body()).isEqualTo("{\"ready\":true}"));
        } finally {
          isReleased.countDown();
        }
      }
    }
  }

  private KafkaStreams processor(String bootstrapServers) {
    var settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("application.id", APPLICATION);
    settings.put("state.dir", directory.resolve("state").toString());
    settings.put("commit.interval.ms", 20);
    var builder = new StreamsBuilder();
    builder.stream(TOPICS.reports(), Consumed.with(Serdes.Void(), Serdes.ByteArray()))
        .foreach((key, report) -> waitUntilReleased());
    return new KafkaStreams(builder.build(), settings);
  }

  private void waitUntilReleased() {
    isHeld.countDown();
    try {
      isReleased.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void report(Map<String, Object> kafka) throws Exception {
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<byte[], byte[]>(kafka, bytes, bytes)) {
      producer.send(new ProducerRecord<>(TOPICS.reports(), new byte[] {1})).get();
    }
  }

  private HttpResponse<String> ready(WebServer web) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(web.url() + "/health/ready")).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
