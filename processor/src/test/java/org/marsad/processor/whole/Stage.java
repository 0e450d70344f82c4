package org.marsad.processor.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.marsad.message.AreaProfile;
import org.marsad.message.Decision;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.topology.MarsadTopology;
import org.marsad.processor.topology.ProcessingFailures;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.Topics;

/** The topology in memory, which can be restarted in the middle of a story. */
final class Stage implements AutoCloseable {
  private static final Topics TOPICS = new Topics("");
  private static final String NOBODY = "nobody";

  private final MessageCodec<StrikeReport> reports = MessageCodec.of(StrikeReport.class);
  private final MessageCodec<AreaProfile> areas = MessageCodec.of(AreaProfile.class);
  private final MessageCodec<HospitalStatus> statuses = MessageCodec.of(HospitalStatus.class);
  private final MessageCodec<Decision> decisions = MessageCodec.of(Decision.class);
  private final MessageCodec<Heartbeat> heartbeats = MessageCodec.of(Heartbeat.class);
  private final Path directory;
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, TestInputTopic<String, byte[]>> in = new HashMap<>();
  private final TopologyTestDriver driver;
  private final TestOutputTopic<byte[], byte[]> strikes;
  private final TestOutputTopic<byte[], byte[]> days;
  private final TestOutputTopic<byte[], byte[]> alerts;
  private final TestOutputTopic<byte[], byte[]> privateAlerts;
  private final TestOutputTopic<byte[], byte[]> rejected;

  /** A record that was set aside, and why. */
  record Refused(String key, String reason, String message) {
    static Refused of(TestRecord<byte[], byte[]> record) {
      return new Refused(
          new String(record.key(), StandardCharsets.UTF_8),
          header(record, RejectedHeaders.REASON),
          header(record, RejectedHeaders.MESSAGE));
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
      return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
  }

  /**
   * What one message led to.
   *
   * @param forgotten ids of strikes that are not known any more
   * @param days the newest row of each day by its key, empty where there is nothing to tell of it
   * @param privateAlerts those for confidential sites
   * @param refused the records that were set aside
   */
  record Step(
      List<byte[]> strikes,
      List<String> forgotten,
      Map<String, byte[]> days,
      List<byte[]> alerts,
      List<byte[]> privateAlerts,
      List<Refused> refused) {
    boolean isEmpty() {
      return strikes.isEmpty()
          && forgotten.isEmpty()
          && alerts.isEmpty()
          && privateAlerts.isEmpty();
    }

    /** Bytes of all that was published. */
    int size() {
      return Stream.of(strikes, alerts, privateAlerts)
          .flatMap(List::stream)
          .mapToInt(bytes -> bytes.length)
          .sum();
    }
  }

  private Stage(Path directory, MarsadTopology topology) {
    this(directory, topology, Map.of());
  }

  private Stage(Path directory, MarsadTopology topology, Map<String, Object> more) {
    this.directory = directory;
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "stage");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, temporary(directory).toString());
    properties.putAll(more);
    driver = new TopologyTestDriver(topology.build(), properties);
    strikes = out(TOPICS.strikes());
    days = out(TOPICS.days());
    alerts = out(TOPICS.alerts());
    privateAlerts = out(TOPICS.privateAlerts());
    rejected = out(TOPICS.rejected());
  }

  /** With the state on disk, as it is in earnest. */
  static Stage onDisk(Path directory) {
    return new Stage(directory, new MarsadTopology(TOPICS, Rules.DEFAULTS));
  }

  /** With the state in memory, without changelogs: on disk, thousands of towns take an hour. */
  static Stage inMemory(Path directory) {
    return new Stage(directory, new MarsadTopology(TOPICS, Rules.DEFAULTS, keptInMemory()));
  }

  /** With a book of one's own, where what fails is set aside as in earnest. */
  static Stage settingAside(Path directory, StoreBuilder<AreaBook> book) {
    return new Stage(
        directory,
        new MarsadTopology(TOPICS, Rules.DEFAULTS, book),
        Map.of(
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            ProcessingFailures.class,
            ProcessingFailures.TOPIC,
            TOPICS.rejected()));
  }

  private static StoreBuilder<AreaBook> keptInMemory() {
    return AreaBook.over(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(AreaBook.NAME), Serdes.Bytes(), Serdes.ByteArray()),
            AreaBook.USUAL_LIMIT)
        .withLoggingDisabled();
  }

  private static Path temporary(Path directory) {
    try {
      return Files.createTempDirectory(directory, "state");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestOutputTopic<byte[], byte[]> out(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  Step say(SpecificRecord message) {
    if (message instanceof StrikeReport report) {
      return pipe(TOPICS.reports(), report.getArea(), reports.encode(report));
    } else if (message instanceof HospitalStatus status) {
      return pipe(TOPICS.hospitalStatus(), status.getArea(), statuses.encode(status));
    } else if (message instanceof Decision decision) {
      return pipe(TOPICS.decisions(), decision.getArea(), decisions.encode(decision));
    } else if (message instanceof Heartbeat heartbeat) {
      return pipe(TOPICS.heartbeats(), heartbeat.getArea(), heartbeats.encode(heartbeat));
    } else if (message instanceof AreaProfile profile) {
      return pipe(TOPICS.areas(), profile.getCode(), areas.encode(profile));
    }
    throw new IllegalArgumentException("message: " + message.getClass());
  }

  private Step pipe(String topic, String key, byte[] value) {
    said.merge(topic, 1, Integer::sum);
    in.computeIfAbsent(
            topic,
            t -> driver.createInputTopic(t, new StringSerializer(), new ByteArraySerializer()))
        .pipeInput(key, value);
    var refused = rejected.readRecordsToList().stream().map(Refused::of).toList();
    var revisions = new ArrayList<byte[]>();
    var forgotten = new ArrayList<String>();
    for (var record : strikes.readRecordsToList()) {
      if (record.value() == null) {
        forgotten.add(new String(record.key(), StandardCharsets.UTF_8));
      } else {
        revisions.add(record.value());
      }
    }
    var rows = new TreeMap<String, byte[]>();
    for (var record : days.readRecordsToList()) {
      var row = record.value() == null ? new byte[0] : record.value();
      rows.put(new String(record.key(), StandardCharsets.UTF_8), row);
    }
    return new Step(
        revisions,
        forgotten,
        rows,
        alerts.readValuesToList(),
        privateAlerts.readValuesToList(),
        refused);
  }

  /** A fresh process, in memory, with the state of this one, which ends. */
  Stage restart() {
    var next = inMemory(directory);
    try (var entries = book().wrapped().all()) {
      var copy = next.book().wrapped();
      entries.forEachRemaining(entry -> copy.put(entry.key, entry.value));
    }
    next.goOnAt(said);
    close();
    return next;
  }

  /** A digest of all that the state holds. */
  String digest() throws NoSuchAlgorithmException {
    book().flushCache();
    var digest = MessageDigest.getInstance("SHA-256");
    try (var entries = book().wrapped().all()) {
      entries.forEachRemaining(
          entry -> {
            digest.update(entry.key.get());
            digest.update(entry.value);
          });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** How many values the state has, by the mark that their keys begin with. */
  Map<Character, Integer> kept() {
    book().flushCache();
    var kept = new TreeMap<Character, Integer>();
    try (var entries = book().wrapped().all()) {
      entries.forEachRemaining(entry -> kept.merge((char) entry.key.get()[0], 1, Integer::sum));
    }
    return kept;
  }

  private AreaBook book() {
    var book = driver.getAllStateStores().get(AreaBook.NAME);
    return (AreaBook) Objects.requireNonNull(book, AreaBook.NAME);
  }

  /** Offsets go on where they were: records that nobody can read take the place of the earlier. */
  private void goOnAt(Map<String, Integer> offsets) {
    offsets.forEach(
        (topic, offset) -> {
          for (var i = 0; i < offset; i++) {
            pipe(topic, NOBODY, new byte[0]);
          }
        });
  }

  @Override
  public void close() {
    driver.close();
  }
}
