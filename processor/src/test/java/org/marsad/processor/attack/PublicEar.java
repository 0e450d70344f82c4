package org.marsad.processor.attack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.processor.topology.MarsadTopology;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** The processor in memory, and all that anybody can read of its topics. */
final class PublicEar implements AutoCloseable {
  private static final Topics TOPICS = new Topics("");

  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final List<String> heard = new ArrayList<>();
  private final List<Alert> privately = new ArrayList<>();
  private final TopologyTestDriver driver;

  PublicEar(Path folder) {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ear");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver =
        new TopologyTestDriver(
            new MarsadTopology(
                    TOPICS,
                    Rules.DEFAULTS,
                    AreaBook.over(
                        Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(AreaBook.NAME),
                            Serdes.Bytes(),
                            Serdes.ByteArray()),
                        AreaBook.USUAL_LIMIT))
                .build(),
            properties,
            Instant.parse("2026-05-12T05:00:00Z"));
  }

  void area(AreaProfile profile) {
    put(TOPICS.areas(), profile.getCode(), AreaProfile.class, profile);
  }

  void report(StrikeReport report) {
    put(TOPICS.reports(), report.getArea(), StrikeReport.class, report);
  }

  void status(HospitalStatus status) {
    put(TOPICS.hospitalStatus(), status.getArea(), HospitalStatus.class, status);
  }

  /** What anybody can read: topic, key, time, headers and value of each record, in order. */
  List<String> heard() {
    return heard;
  }

  /** What the confidential sites are told. */
  List<Alert> privately() {
    return privately;
  }

  @Override
  public void close() {
    driver.close();
  }

  private <T extends SpecificRecord> void put(String topic, String key, Class<T> type, T message) {
    driver
        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, MessageCodec.of(type).encode(message), Instant.EPOCH);
    read(TOPICS.strikes()).forEach(r -> hear("strikes", r, strikes.decode(r.value())));
    read(TOPICS.alerts()).forEach(r -> hear("alerts", r, alerts.decode(r.value())));
    read(TOPICS.rejected()).forEach(r -> hear("rejected", r, r.value().length));
    read(TOPICS.privateAlerts()).forEach(r -> privately.add(alerts.decode(r.value())));
  }

  private List<TestRecord<byte[], byte[]>> read(String topic) {
    return driver
        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private void hear(String topic, TestRecord<byte[], byte[]> record, Object message) {
    heard.add(
        "%s %s %s %s %s"
            .formatted(
                topic,
                new String(record.key(), StandardCharsets.UTF_8),
                record.timestamp(),
                record.headers(),
                message));
  }
}
