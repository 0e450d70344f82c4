package org.marsad.producer.placing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;

/** What stands of one report in each area that it was ever in. */
final class ReportTrail {
  private static final Comparator<StrikeReport> BY_AGE =
      Comparator.comparing(StrikeReport::getRevision).thenComparing(StrikeReport::getReceivedAt);

  private final Map<String, StrikeReport> byArea = new HashMap<>();

  /** Reads all of {@code reports}: a person places a report rarely. */
  static ReportTrail read(Map<String, Object> kafka, Topics topics, String reportId) {
    var trail = new ReportTrail();
    var codec = MessageCodec.of(StrikeReport.class);
    TopicReader.read(
        kafka,
        topics.reports(),
        record ->
            decode(codec, record)
                .filter(r -> r.getReportId().equals(reportId))
                .ifPresent(trail::add));
    return trail;
  }

  /** One more record of the log. */
  void add(StrikeReport report) {
    byArea.merge(
        report.getArea(),
        report,
        (known, other) -> BY_AGE.compare(other, known) >= 0 ? other : known);
  }

  /** Its newest revision, where it is now; empty where the log does not know it. */
  Optional<StrikeReport> newest() {
    return byArea.values().stream()
        .filter(report -> !Marks.isMovedAway(report.getMarks()))
        .max(BY_AGE);
  }

  /** Where it stands, and in which words: one area, unless its source named another meanwhile. */
  List<StrikeReport> standing() {
    return byArea.values().stream()
        .filter(report -> report.getStatus() == ReportStatus.REPORTED)
        .sorted(Comparator.comparing(StrikeReport::getArea))
        .toList();
  }

  /** When the last word about it was received. */
  Instant lastReceivedAt() {
    return byArea.values().stream()
        .map(StrikeReport::getReceivedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** What cannot be read is no report: the processor sets it aside. */
  private static Optional<StrikeReport> decode(
      MessageCodec<StrikeReport> codec, ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.value() == null ? Optional.empty() : Optional.of(codec.decode(record.value()));
    } catch (UndecodableException e) {
      return Optional.empty();
    }
  }
}
