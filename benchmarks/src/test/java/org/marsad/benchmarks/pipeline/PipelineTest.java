package org.marsad.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.benchmarks.backlog.Backlog;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.throughput.MapStore;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.DayRow;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.OutgoingDay;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.topology.MarsadTopology;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.MessageSerde;
import org.marsad.schemas.Topics;

/** The baseline is worth nothing unless it decides what the topology decides. */
class PipelineTest {
  private static final Topics TOPICS = new Topics("");
  private static final int REPORTS = 1_500;

  /** What came out, in order. */
  private record Out(
      List<Strike> strikes,
      List<KeyValue<String, DayRow>> days,
      List<Alert> alerts,
      List<byte[]> rejected) {
    Out() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private final List<AreaProfile> areas = BacklogAreas.all();
  private final MessageCodec<AreaProfile> areaCodec = MessageCodec.of(AreaProfile.class);
  private final MessageCodec<StrikeReport> reportCodec = MessageCodec.of(StrikeReport.class);

  @TempDir private Path folder;

  @Test
  void shouldDecideWhatTheTopologyDecides() {
    // Given
    var reports = new ArrayList<byte[][]>();
    var backlog = new Backlog(1);
    for (var i = 0; i < REPORTS; i++) {
      var report = backlog.next();
      reports.add(new byte[][] {bytes(report.getArea()), reportCodec.encode(report)});
    }
    reports.add(new byte[][] {bytes("town-001"), bytes("no report")});
    // When
    var topology = byTopology(reports);
    var pipeline = byPipeline(reports);
    // Then
    assertThat(pipeline.strikes).isEqualTo(topology.strikes).hasSizeGreaterThan(REPORTS / 2);
    assertThat(pipeline.days).isEqualTo(topology.days).hasSizeGreaterThan(REPORTS / 2);
    assertThat(pipeline.alerts).isEqualTo(topology.alerts).hasSizeGreaterThan(REPORTS / 4);
    assertThat(pipeline.rejected)
        .hasSize(1)
        .usingRecursiveComparison()
        .isEqualTo(topology.rejected);
  }

  private Out byTopology(List<byte[][]> reports) {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    try (var driver =
        new TopologyTestDriver(new MarsadTopology(TOPICS, Rules.DEFAULTS).build(), properties)) {
      var areasIn =
          driver.createInputTopic(
              TOPICS.areas(), new ByteArraySerializer(), new ByteArraySerializer());
      areas.forEach(area -> areasIn.pipeInput(bytes(area.getCode()), areaCodec.encode(area)));
      var reportsIn =
          driver.createInputTopic(
              TOPICS.reports(), new ByteArraySerializer(), new ByteArraySerializer());
      reports.forEach(report -> reportsIn.pipeInput(report[0], report[1]));
      return new Out(
          driver
              .createOutputTopic(
                  TOPICS.strikes(),
                  new StringDeserializer(),
                  MessageSerde.of(Strike.class).deserializer())
              .readValuesToList(),
          driver
              .createOutputTopic(
                  TOPICS.days(),
                  new StringDeserializer(),
                  MessageSerde.of(DayRow.class).deserializer())
              .readKeyValuesToList(),
          driver
              .createOutputTopic(
                  TOPICS.alerts(),
                  new StringDeserializer(),
                  MessageSerde.of(Alert.class).deserializer())
              .readValuesToList(),
          driver
              .createOutputTopic(
                  TOPICS.rejected(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
              .readValuesToList());
    }
  }

  private Out byPipeline(List<byte[][]> reports) {
    var out = new Out();
    var pipeline =
        new Pipeline(
            Rules.DEFAULTS,
            new AreaBook(new MapStore(), AreaBook.USUAL_LIMIT),
            new Pipeline.Output() {
              @Override
              public void strike(Strike strike, long timestamp) {
                out.strikes.add(strike);
              }

              @Override
              public void forgotten(String strikeId) {
                throw new IllegalStateException("forgotten: " + strikeId);
              }

              @Override
              public void alert(Outgoing alert, long timestamp) {
                out.alerts.add(alert.alert());
              }

              @Override
              public void day(OutgoingDay day) {
                out.days.add(KeyValue.pair(day.key(), day.row()));
              }

              @Override
              public void rejected(Record<byte[], byte[]> record) {
                out.rejected.add(record.value());
              }
            });
    areas.forEach(area -> pipeline.area(record(0, bytes(area.getCode()), areaCodec.encode(area))));
    for (var i = 0; i < reports.size(); i++) {
      pipeline.report(record(i, reports.get(i)[0], reports.get(i)[1]));
    }
    return out;
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] key, byte[] value) {
    return new ConsumerRecord<>(
        "in",
        0,
        offset,
        0,
        TimestampType.CREATE_TIME,
        key.length,
        value.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
