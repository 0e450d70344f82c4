package org.marsad.consumer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.heaviest;
import static org.marsad.consumer.fixtures.Alerts.residential;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.Topics;

class ArchiveReaderTest {
  private static final LocalDate DAY = LocalDate.of(2016, 10, 11);
  private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);

  @TempDir Path folder;

  @BeforeEach
  void archive() throws IOException {
    var batch = new Batch();
    batch.add(Archived.ALERTS, ALERTS, 0, residential().build());
    batch.add(Archived.ALERTS, ALERTS, 1, heaviest().setSentAt(SENT.plusSeconds(60)).build());
    batch.add(Archived.ALERTS, ALERTS, 2, residential().setArea("homs").build());
    batch.add(
        Archived.ALERTS, ALERTS, 3, residential().setSentAt(SENT.plus(Duration.ofDays(1))).build());
    try (var store = ArchiveStore.open(folder, new Disk())) {
      store.write(batch);
    }
  }

  @Test
  void shouldListWhatThereIs() throws IOException {
    var file = folder.resolve("alerts/2016-10-11/alerts-0.avro");
    assertThat(new ArchiveReader(folder).list())
        .hasSize(2)
        .first()
        .isEqualTo(
            new ArchivedFile(
                Archived.ALERTS, DAY, file, 3, Files.size(file), SENT, SENT.plusSeconds(60)));
  }

  @Test
  void shouldExportJsonLines() throws IOException {
    // Given
    var out = new StringWriter();
    // When
    var lines = new ArchiveReader(folder).export(Archived.ALERTS, ArchiveFilter.ALL, out);
    // Then
    assertThat(lines).isEqualTo(4);
    var first = out.toString().lines().findFirst().orElseThrow();
    assertThat(new ObjectMapper().readTree(first))
        .isEqualTo(MessageJson.tree(residential().build()));
  }

  @Test
  void shouldFilterByDayAreaSubjectAndFinding() throws IOException {
    var none = Set.<String>of();
    assertThat(export(filter(DAY, none, Set.of(), Set.of()))).isEqualTo(3);
    assertThat(export(filter(DAY.plusDays(1), none, Set.of(), Set.of()))).isEqualTo(1);
    assertThat(export(filter(DAY, Set.of("aleppo"), Set.of(), Set.of()))).isEqualTo(2);
    assertThat(export(filter(DAY, none, Set.of(SubjectKind.DAY), Set.of()))).isEqualTo(1);
    assertThat(export(filter(DAY, none, Set.of(SubjectKind.STRIKE), Set.of()))).isEqualTo(2);
    assertThat(export(filter(DAY, none, Set.of(), Set.of(Rule.HEAVIEST_IN_DAYS)))).isEqualTo(1);
    assertThat(export(filter(DAY, none, Set.of(), Set.of(Rule.RESIDENTIAL_STRIKE, Rule.WAVE))))
        .isEqualTo(2);
    assertThat(export(filter(DAY, none, Set.of(SubjectKind.DAY), Set.of(Rule.RESIDENTIAL_STRIKE))))
        .isZero();
  }

  private static ArchiveFilter filter(
      LocalDate day, Set<String> areas, Set<SubjectKind> subjects, Set<Rule> findings) {
    return new ArchiveFilter(day, day, areas, subjects, findings);
  }

  @Test
  void shouldArchiveNoPrivateTopic() {
    var topics = new Topics("");
    assertThat(Archived.values())
        .extracting(kind -> kind.topic(topics))
        .containsExactly(topics.alerts(), topics.strikes());
  }

  @Test
  void shouldReadAFolderThatIsNotThereAsEmpty() throws IOException {
    assertThat(new ArchiveReader(folder.resolve("none")).list()).isEmpty();
  }

  @Test
  void shouldRefuseDaysInTheWrongOrder() {
    assertThatThrownBy(() -> new ArchiveFilter(DAY, DAY.minusDays(1), Set.of(), Set.of(), Set.of()))
        .hasMessage("to: 2016-10-10 (expected: 2016-10-11 or later)");
  }

  private long export(ArchiveFilter filter) throws IOException {
    return new ArchiveReader(folder).export(Archived.ALERTS, filter, new StringWriter());
  }
}
