package org.marsad.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real one-node Kafka broker in this JVM, bound to 127.0.0.1. The one class that touches Kafka's
 * server-side internals.
 *
 * <p>With one copy of the log it survives a killed process, but not a power cut.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String HOST = "127.0.0.1";
  private static final String CONTROLLER = "CONTROLLER";
  private static final int NODE = 1;

  /**
   * Kafka leaves this file in the directory of its log at a clean stop, and takes it at a start.
   */
  private static final String CLEAN_STOP = ".kafka_cleanshutdown";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @param directory of its log; formatted when it is empty
   * @param port to listen on; 0 for a free one
   * @throws IOException when the directory or the port cannot be had
   */
  public static EmbeddedBroker start(Path directory, int port)
      throws IOException, InterruptedException {
    return start(directory, port, properties -> {});
  }

  /**
   * Starts a broker that keeps each record of compacted topics too, for as long as it runs.
   *
   * @param directory of its log, for one run
   */
  public static EmbeddedBroker startKeepingAll(Path directory)
      throws IOException, InterruptedException {
    return start(
        directory,
        0,
        properties ->
            properties.put("log.cleaner.min.compaction.lag.ms", Long.toString(Long.MAX_VALUE)));
  }

  /**
   * The same with other properties.
   *
   * @param change is given those that the broker would have
   */
  static EmbeddedBroker start(Path directory, int port, Consumer<Properties> change)
      throws IOException, InterruptedException {
    SmallIndexes.set();
    format(directory);
    if (hasCrashed(directory)) {
      LOG.warn("the broker was not stopped cleanly: its log is recovered directory={}", directory);
      forgetLastRun(directory);
    }
    var brokerPort = port == 0 ? FreePort.find() : port;
    var properties = combined(directory, brokerPort, FreePort.find());
    change.accept(properties);
    var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    var broker = new EmbeddedBroker(server, HOST + ":" + brokerPort);
    broker.awaitAnswer();
    return broker;
  }

  /**
   * What is done when a broker ends this process by itself, as it does when it cannot write its
   * log. Then the process ends with 1, at once: what was acknowledged is in the log.
   *
   * @param say told what Kafka says, which may be nothing
   */
  public static void onHalt(Consumer<String> say) {
    Exit.Procedure end =
        (status, message) -> {
          try {
            say.accept(message == null ? "" : ": " + message);
          } finally {
            Runtime.getRuntime().halt(1);
          }
        };
    Exit.setHaltProcedure(end);
    Exit.setExitProcedure(end);
  }

  /** Where clients connect: {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.describeCluster().nodes().get();
    } catch (ExecutionException e) {
      throw new IOException("the broker does not answer", e.getCause());
    }
  }

  private static void format(Path directory) throws IOException {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(directory);
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName(CONTROLLER)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the broker's folder cannot be formatted: " + directory, e);
    }
  }

  private static boolean hasCrashed(Path directory) {
    return Files.exists(directory.resolve("__cluster_metadata-0"))
        && Files.notExists(directory.resolve(CLEAN_STOP));
  }

  /**
   * Takes a killed run's registration out of the cluster's metadata, before there is a broker.
   *
   * <p>Left in, the broker begins as the leader that it was, loads the transactions that were open
   * and writes their ends; but when its new registration replaces the old one, there is no leader
   * for a moment, and Kafka takes partitions without a leader for deleted ones and skips them. Such
   * a transaction is half committed, or blocks its readers for good.
   */
  private static void forgetLastRun(Path directory) throws IOException, InterruptedException {
    var port = FreePort.find();
    var controller =
        new KafkaRaftServer(new KafkaConfig(controller(directory, port), false), Time.SYSTEM);
    controller.startup();
    try (var admin = Admin.create(Map.of("bootstrap.controllers", HOST + ":" + port))) {
      admin.unregisterBroker(NODE).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
        throw new IOException("the broker's last run cannot be forgotten", e.getCause());
      }
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static Properties controller(Path directory, int port) {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "controller",
            "node.id",
            Integer.toString(NODE),
            "log.dirs",
            directory.toString(),
            "controller.quorum.voters",
            NODE + "@" + HOST + ":" + port,
            "listeners",
            CONTROLLER + "://" + HOST + ":" + port,
            "controller.listener.names",
            CONTROLLER,
            "listener.security.protocol.map",
            CONTROLLER + ":PLAINTEXT",
            "metadata.max.idle.interval.ms",
            "0")); // one node: nobody to keep awake
    return properties;
  }

  private static Properties combined(Path directory, int port, int controllerPort) {
    var properties = controller(directory, controllerPort);
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry(
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d"
                    .formatted(HOST, port, CONTROLLER, HOST, controllerPort)),
            Map.entry("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port),
            Map.entry(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "4"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            // an index is laid out at its full size: of 10 MB each, 7 MB of log looked like 2 GB
            Map.entry("log.index.size.max.bytes", Integer.toString(SmallIndexes.BYTES)),
            Map.entry("log.index.interval.bytes", "16384"),
            // an open segment is never compacted: of 100 MB each, these two would fill them first
            Map.entry("offsets.topic.segment.bytes", "1048576"),
            Map.entry("transaction.state.log.segment.bytes", "1048576"),
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            // nobody takes over from the one node: a long pause must not cost it its leadership
            Map.entry("broker.session.timeout.ms", "600000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("background.threads", "2")));
    return properties;
  }
}
