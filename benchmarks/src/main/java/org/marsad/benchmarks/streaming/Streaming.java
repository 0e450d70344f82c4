package org.marsad.benchmarks.streaming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.marsad.benchmarks.draining.BrokerMain;
import org.marsad.benchmarks.draining.ChildJvm;
import org.marsad.benchmarks.fanout.StrikeAlerts;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Machine;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.consumer.operations.OperationsMain;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.standalone.TemporaryFolder;
import org.marsad.standalone.TopicSetup;

/**
 * Readers of the stream, some of which stop reading: whether all others get every alert in order,
 * and whether those that stopped are cut and miss nothing when they come back. The service has 512
 * MB of heap.
 *
 * @param readers of the stream
 * @param seconds of load, 10 alerts each
 * @param progress is told what is going on, a line each
 */
public record Streaming(int readers, int seconds, Consumer<String> progress) {
  private static final List<String> OPTIONS = List.of("-Xmx512m");
  private static final int A_SECOND = 10;
  private static final int ONE_IN_SLOW = 5;
  private static final Topics TOPICS = new Topics("");
  private static final String TOKEN = "a-token-of-the-benchmark-alone";
  private static final long STOPPED_SECONDS = 40;
  private static final long COME_BACK_WITHIN_SECONDS = 30;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long READY_WITHIN_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final double MICROS_PER_MILLI = 1000;

  /** Runs it once. */
  public List<Figure> run() throws Exception {
    try (var folder = TemporaryFolder.create("marsad-bench");
        var broker =
            ChildJvm.start(
                BrokerMain.class,
                List.of(),
                folder.path().resolve("broker.log"),
                List.of(folder.path().resolve("broker").toString()))) {
      var kafka = KafkaConnection.to(broker.result().get(0), TOPICS.prefix());
      TopicSetup.prepare(kafka, 1, List.of()); // one order for all
      var port = freePort();
      var operations = operations(folder.path(), kafka, port);
      try {
        awaitReady(port, operations);
        return measure(kafka, port);
      } finally {
        operations.kill();
      }
    }
  }

  private List<Figure> measure(KafkaConnection kafka, int port) throws Exception {
    var slow = readers / ONE_IN_SLOW;
    var alerts = seconds * A_SECOND;
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var crowd = new Crowd(address, TOKEN, readers, slow);
        var producer =
            new KafkaProducer<>(
                kafka.producer(), new StringSerializer(), new ByteArraySerializer())) {
      crowd.start();
      progress.accept("stream: %,d readers, %,d of which stop reading".formatted(readers, slow));
      var machine = Machine.now();
      crowd.stopReading(STOPPED_SECONDS);
      publish(alerts, producer, crowd);
      crowd.await(alerts, COME_BACK_WITHIN_SECONDS);
      var found = crowd.found(alerts);
      progress.accept(
          "stream: p99 of the others %.0f ms; %s"
              .formatted(crowd.waits().getValueAtPercentile(99) / MICROS_PER_MILLI, found));
      var noisy = Machine.now().isNoisySince(machine);
      return List.of(
          none("stream healthy", found.unhealthy(), noisy),
          none("stream uncut", found.uncut(), noisy),
          none("stream gaps", found.gaps(), noisy));
    }
  }

  private static Figure none(String name, int count, boolean noisy) {
    var pair = new Pair(new Run(count, 0), new Run(1, 0), noisy);
    return Figure.of(name, "readers", Mark.atMost(0), List.of(pair));
  }

  private static void publish(int alerts, KafkaProducer<String, byte[]> producer, Crowd crowd) {
    var codec = MessageCodec.of(Alert.class);
    var began = System.nanoTime();
    for (var number = 0; number < alerts; number++) {
      var due = began + number * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      crowd.due(number, due);
      var alert = StrikeAlerts.of(Crowd.strikeId(number), "aleppo", Instant.now()).build();
      var unused =
          producer.send(
              new ProducerRecord<>(TOPICS.alerts(), alert.getAlertId(), codec.encode(alert)));
      producer.flush();
    }
  }

  private static ChildJvm operations(Path folder, KafkaConnection kafka, int port)
      throws IOException {
    var users = folder.resolve("users.yaml");
    Files.writeString(
        users,
        "- {name: bench, role: VIEWER, tokens: [{name: bench, sha256: %s}]}%n"
            .formatted(TokenHash.of(TOKEN)));
    return ChildJvm.start(
        OperationsMain.class,
        OPTIONS,
        folder.resolve("operations.log"),
        List.of(
            KafkaConnection.BOOTSTRAP_SERVERS + "=" + kafka.bootstrapServers(),
            "http.port=" + port,
            "users.file=" + users));
  }

  private static void awaitReady(int port, ChildJvm operations)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health/ready".formatted(port)))
            .build();
    var client = HttpClient.newHttpClient();
    for (var began = System.nanoTime(); ; LockSupport.parkNanos(LOOK_NANOS)) {
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // it does not listen yet
      }
      if (!operations.isAlive() || System.nanoTime() - began > READY_WITHIN_NANOS) {
        throw new IOException("operations do not get ready");
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
