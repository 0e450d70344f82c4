package org.marsad.schemas;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final int SEGMENT_BYTES = 16_777_216;
  private static final int INDEX_INTERVAL_BYTES = 16_384;
  private static final int INDEX_BYTES = 16_384;
  private static final Map<String, String> SIZES =
      Map.of(
          "segment.bytes",
          Integer.toString(SEGMENT_BYTES),
          "index.interval.bytes",
          Integer.toString(INDEX_INTERVAL_BYTES),
          "segment.index.bytes",
          Integer.toString(INDEX_BYTES));
  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
  private static final Map<String, String> COMPACTED_LATE =
      Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "34560000000"); // 400 days
  private static final Map<String, String> KEPT =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1", "segment.ms", "315360000000");

  @Test
  void shouldKeepTheLogsAndCompactTheTablesWhenDeclared() {
    // When
    var declared = declared(new Topics(""));
    // Then
    assertThat(declared)
        .hasSize(17)
        .containsEntry("reports", KEPT)
        .containsEntry("hospital-status", KEPT)
        .containsEntry("decisions", KEPT)
        .containsEntry("heartbeats", Map.of("retention.ms", "604800000"))
        .containsEntry("alerts", KEPT)
        .containsEntry("rejected", KEPT)
        .containsEntry("acknowledgements", KEPT)
        .containsEntry("alerts-private", KEPT)
        .containsEntry("acknowledgements-private", KEPT)
        .containsEntry("audit", KEPT)
        .containsEntry("audit-private", KEPT)
        .containsEntry("deliveries-private", COMPACTED_LATE)
        .containsEntry("areas", COMPACTED)
        .containsEntry("strikes", COMPACTED)
        .containsEntry("days", COMPACTED)
        .containsEntry("mutes", COMPACTED)
        .containsEntry("deliveries", COMPACTED_LATE);
  }

  @Test
  void shouldPutThePrefixBeforeEachNameWhenGiven() {
    // Given
    var topics = new Topics("east.");
    // Then
    assertThat(topics.reports()).isEqualTo("east.reports");
    assertThat(declared(topics).keySet()).hasSize(17).allMatch(name -> name.startsWith("east."));
  }

  @Test
  void shouldGiveAllTopicsTheSamePartitionsWhenDeclared() {
    // When
    var declarations = new Topics("").declarations(6, (short) 3);
    // Then
    assertThat(declarations).extracting(NewTopic::numPartitions).containsOnly(6);
    assertThat(declarations).extracting(NewTopic::replicationFactor).containsOnly((short) 3);
  }

  @Test
  void shouldLayEveryLogOutSmall() {
    // When
    var declarations = new Topics("").declarations(1, (short) 1);
    // Then a segment's index holds an entry, of 12 bytes, for each interval of it
    assertThat(SEGMENT_BYTES / INDEX_INTERVAL_BYTES * 12).isLessThanOrEqualTo(INDEX_BYTES);
    assertThat(declarations)
        .extracting(NewTopic::configs)
        .allSatisfy(c -> assertThat(c).containsAllEntriesOf(SIZES));
    assertThat(Topics.layout())
        .containsAllEntriesOf(SIZES)
        .containsEntry("segment.ms", "315360000000");
  }

  /** Without the sizes, which are the same for all. */
  private static Map<String, Map<String, String>> declared(Topics topics) {
    return topics.declarations(1, (short) 1).stream()
        .collect(toMap(NewTopic::name, TopicsTest::withoutSizes));
  }

  private static Map<String, String> withoutSizes(NewTopic topic) {
    var configs = new HashMap<>(topic.configs());
    configs.keySet().removeAll(SIZES.keySet());
    return configs;
  }
}
