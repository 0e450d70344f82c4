package org.marsad.producer.placing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.DecisionStatus;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.report.PlacementRequest;
import org.marsad.schemas.DecisionIds;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.MovedReports;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;

/**
 * Places a report as a person says. Where it stands now is read from the log. The report at its new
 * place, its end at the old one and the decision become visible together, in one transaction of
 * Kafka: a crash in between changes nothing. Each call has connections of its own.
 */
public final class Placing {
  private static final int ANSWER_WITHIN_MS = 10_000;

  private final Map<String, Object> reading;
  private final KafkaConnection kafka;
  private final Topics topics;
  private final Placements placements;
  private final Clock clock;

  /**
   * @param kafka where the topics are
   * @param placements learns what was placed
   * @param clock says when somebody places
   */
  public Placing(KafkaConnection kafka, Placements placements, Clock clock) {
    this.kafka = kafka;
    this.topics = kafka.topics();
    this.placements = placements;
    this.clock = clock;
    reading = kafka.consumer(Map.of("default.api.timeout.ms", ANSWER_WITHIN_MS));
  }

  /** Places a report. One at a time: two who place the same do not meet. */
  public synchronized PlacingOutcome place(PlacementRequest wanted) {
    try {
      return place(wanted, ReportTrail.read(reading, topics, wanted.reportId()));
    } catch (KafkaException e) {
      return new PlacingOutcome.Refused("kafka: " + e.getMessage());
    }
  }

  private PlacingOutcome place(PlacementRequest wanted, ReportTrail trail) {
    var newest = trail.newest();
    if (newest.isEmpty()) {
      return new PlacingOutcome.Unknown();
    }
    var now = newest.get();
    if (now.getStatus() == ReportStatus.RETRACTED) {
      return new PlacingOutcome.TakenBack();
    }
    placements.read(reading, topics);
    var at = after(trail.lastReceivedAt());
    var decision = decision(wanted, now, at);
    var placed = StrikeReport.newBuilder(placements.place(now, decision)).setReceivedAt(at).build();
    var elsewhere =
        trail.standing().stream().filter(it -> !it.getArea().equals(placed.getArea())).toList();
    if (elsewhere.isEmpty() && isWhere(now, placed)) {
      return new PlacingOutcome.ThereAlready(now);
    }
    var takenBack = elsewhere.stream().map(it -> MovedReports.endOf(it, placed)).toList();
    publish(decision, placed, takenBack);
    placements.note(decision);
    var from = elsewhere.isEmpty() ? List.of(now) : elsewhere;
    return new PlacingOutcome.Placed(
        decision, placed, from.stream().map(StrikeReport::getArea).toList());
  }

  /** Later than all that was received of it, so that it stands under the same revision. */
  private Instant after(Instant last) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isAfter(last) ? now : last.plusMillis(1);
  }

  private Decision decision(PlacementRequest wanted, StrikeReport report, Instant at) {
    var reportIds = List.of(report.getReportId());
    return Decision.newBuilder()
        .setDecisionId(DecisionIds.of(DecisionKind.PLACE, reportIds))
        .setRevision(placements.of(report.getReportId()).map(Decision::getRevision).orElse(0) + 1)
        .setStatus(DecisionStatus.STANDING)
        .setKind(DecisionKind.PLACE)
        .setReality(report.getReality())
        .setArea(wanted.area())
        .setNeighbourhood(wanted.neighbourhood())
        .setReportIds(reportIds)
        .setDecidedBy(wanted.by())
        .setReason(wanted.reason())
        .setDecidedAt(at)
        .build();
  }

  private static boolean isWhere(StrikeReport report, StrikeReport placed) {
    return report.getArea().equals(placed.getArea())
        && Objects.equals(report.getNeighbourhood(), placed.getNeighbourhood());
  }

  private void publish(Decision decision, StrikeReport placed, List<StrikeReport> takenBack) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    records.add(record(placed));
    takenBack.forEach(report -> records.add(record(report)));
    var decided = MessageCodec.of(Decision.class).encode(decision);
    records.add(record(topics.decisions(), decision.getArea(), decision.getDecidedAt(), decided));
    try (var producer = ReportProducers.ofBytes(transactional())) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, records);
    }
  }

  /**
   * A transaction that stays open holds up whoever reads the topic: what failed is ended at once.
   */
  private static void send(
      Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
    try {
      for (var record : records) {
        var unused = producer.send(record); // the commit fails where one of them does
      }
      producer.commitTransaction();
    } catch (KafkaException e) {
      try {
        producer.abortTransaction();
      } catch (KafkaException alsoThat) {
        e.addSuppressed(alsoThat); // the broker ends it after the transaction's time
      }
      throw e;
    }
  }

  private Map<String, Object> transactional() {
    return kafka.producer(
        Map.of(
            "transactional.id",
            kafka.named("marsad-placing-" + UUID.randomUUID()),
            "transaction.timeout.ms",
            ANSWER_WITHIN_MS,
            "max.block.ms",
            ANSWER_WITHIN_MS));
  }

  private ProducerRecord<byte[], byte[]> record(StrikeReport report) {
    var message = MessageCodec.of(StrikeReport.class).encode(report);
    return record(topics.reports(), report.getArea(), report.getReceivedAt(), message);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String area, Instant at, byte[] message) {
    return new ProducerRecord<>(
        topic, null, at.toEpochMilli(), area.getBytes(StandardCharsets.UTF_8), message);
  }
}
