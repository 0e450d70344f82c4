package org.marsad.benchmarks.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.draining.Sent;
import org.marsad.benchmarks.pipeline.EncodedOutput;
import org.marsad.benchmarks.pipeline.InputRecords;
import org.marsad.benchmarks.pipeline.Pipeline;
import org.marsad.benchmarks.throughput.MapStore;
import org.marsad.message.StrikeReport;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Topics;

final class PlainJobTest {
  private static final int REPORTS = 400;
  private static final Topics TOPICS = new Topics("run-");

  /** 8.25 puts a report, and values of 100 bytes beside key and frame. */
  private static final Sent CHANGELOG = new Sent(3_300, 3_300 * 124);

  private final List<StrikeReport> reports = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void shouldWriteAsManyRecordsAndBytesToEachTopicAsTheStepsDid() throws Exception {
    // Given
    var backlog = new Backlog(DrainSession.SEED);
    for (var i = 0; i < REPORTS; i++) {
      reports.add(backlog.next());
    }
    var file = folder.resolve("messages");
    Messages.record(file, REPORTS);
    // When
    var written = byJob(Messages.read(file));
    // Then
    assertThat(written).isEqualTo(bySteps());
    assertThat(written.get(Messages.TOPICS.alerts())).hasSizeGreaterThan(REPORTS / 4);
  }

  @Test
  void shouldEndWithWhatIsNotOfTheBacklog() throws Exception {
    var file = folder.resolve("messages");
    Files.writeString(file, "town-001 strikes 8 20 alerts 30 400\ntown-001\n");
    var messages = Messages.read(file);
    assertThat(messages.next("town-001"))
        .containsExactly(new Message("strikes", 8, 20), new Message("alerts", 30, 400));
    assertThat(messages.next("town-001")).isEmpty();
    assertThatThrownBy(() -> messages.next("town-001")).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> messages.next("town-002")).isInstanceOf(NoSuchElementException.class);
  }

  /** Sizes of what the job wrote, by topic without prefix. */
  private Map<String, List<Message>> byJob(Messages messages) {
    var written = new HashMap<String, List<Message>>();
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "job");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    var topology = PlainJob.topology(TOPICS, messages, CHANGELOG, REPORTS);
    var input = new InputRecords();
    try (var driver = new TopologyTestDriver(topology, settings)) {
      var in =
          driver.createInputTopic(
              TOPICS.reports(), new StringSerializer(), new ByteArraySerializer());
      reports.forEach(report -> in.pipeInput(report.getArea(), input.next(report).value()));
      for (var topic :
          List.of(
              Messages.TOPICS.strikes(),
              Messages.TOPICS.alerts(),
              Messages.TOPICS.privateAlerts(),
              Messages.TOPICS.days())) {
        var bytes = new ByteArrayDeserializer();
        driver
            .createOutputTopic(TOPICS.prefix() + topic, bytes, bytes)
            .readKeyValuesToList()
            .forEach(kv -> add(written, new Message(topic, kv.key.length, kv.value.length)));
      }
      shouldHaveStored(driver);
    }
    return written;
  }

  private static void shouldHaveStored(TopologyTestDriver driver) {
    var stored = 0L;
    try (var entries = driver.<Bytes, byte[]>getKeyValueStore(WriteAsMuch.STORE).all()) {
      while (entries.hasNext()) {
        assertThat(entries.next().value).hasSize(100);
        stored++;
      }
    }
    assertThat(stored).isEqualTo(CHANGELOG.records());
  }

  private Map<String, List<Message>> bySteps() {
    var written = new HashMap<String, List<Message>>();
    var pipeline =
        new Pipeline(
            Rules.DEFAULTS,
            new AreaBook(new MapStore(), AreaBook.USUAL_LIMIT),
            new EncodedOutput(Messages.TOPICS, record -> add(written, Message.of(record))));
    var input = new InputRecords();
    BacklogAreas.all().forEach(area -> pipeline.area(input.next(area)));
    reports.forEach(report -> pipeline.report(input.next(report)));
    return written;
  }

  private static void add(Map<String, List<Message>> written, Message message) {
    written.computeIfAbsent(message.topic(), topic -> new ArrayList<>()).add(message);
  }
}
