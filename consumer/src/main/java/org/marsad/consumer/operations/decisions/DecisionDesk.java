package org.marsad.consumer.operations.decisions;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.message.Decision;
import org.marsad.message.DecisionStatus;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.TopicWriter;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.SettingsException;

/**
 * Where decisions are taken and looked up. Reads the whole topic each time: people decide rarely.
 * Two who decide the same at the same moment may both write the next revision.
 */
public final class DecisionDesk {
  private static final Comparator<Decision> IN_TIME =
      Comparator.comparing(Decision::getDecidedAt)
          .thenComparing(Decision::getDecisionId)
          .thenComparing(Decision::getRevision);

  private final Map<String, Object> kafka;
  private final Map<String, Object> kafkaProducer;
  private final Topics topics;
  private final Clock clock;

  /**
   * @param kafka Kafka's own settings for clients of every kind
   * @param clock says when something is decided
   */
  public DecisionDesk(Map<String, Object> kafka, Topics topics, Clock clock) {
    this(kafka, kafka, topics, clock);
  }

  /**
   * @param kafka Kafka's own settings for its consumers
   * @param kafkaProducer Kafka's own settings for its producers
   * @param clock says when something is decided
   */
  public DecisionDesk(
      Map<String, Object> kafka, Map<String, Object> kafkaProducer, Topics topics, Clock clock) {
    this.kafka = Map.copyOf(kafka);
    this.kafkaProducer = Map.copyOf(kafkaProducer);
    this.topics = topics;
    this.clock = clock;
  }

  /** All revisions of all decisions, in the order in which they were taken. */
  public List<Decision> all() {
    var codec = MessageCodec.of(Decision.class);
    var decisions = new ArrayList<Decision>();
    TopicReader.read(
        kafka,
        topics.decisions(),
        record -> codec.tryDecode(record.value()).ifPresent(decisions::add));
    decisions.sort(IN_TIME);
    return decisions;
  }

  /**
   * Publishes a decision as its next revision.
   *
   * @throws SettingsException with every reason why it cannot be taken
   * @throws IOException when the broker does not take it
   */
  public Decision decide(Draft said) throws IOException {
    var reports = reports(said.reportIds());
    var draft =
        said.about(said.reportIds().stream().map(id -> meant(id, reports.keySet())).toList());
    var faults = new ArrayList<>(draft.faults());
    faults.addAll(draft.faults(reports));
    var earlier =
        all().stream()
            .filter(decision -> decision.getDecisionId().equals(draft.decisionId()))
            .max(Comparator.comparing(Decision::getRevision));
    var stands =
        earlier.map(decision -> decision.getStatus() == DecisionStatus.STANDING).orElse(false);
    if (faults.isEmpty() && draft.withdraw() && !stands) {
      faults.add("withdraw: nothing stands (expected: a decision that stands)");
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    var decision = decision(draft, earlier.map(Decision::getRevision).orElse(0) + 1);
    publish(decision);
    return decision;
  }

  /** The id of the one report whose id begins so; what begins none or several is left as it is. */
  public String reportId(String said) {
    return meant(said, reports(List.of(said)).keySet());
  }

  private static String meant(String said, Set<String> ids) {
    var begun = ids.stream().filter(id -> id.startsWith(said)).toList();
    return begun.size() == 1 && !ids.contains(said) ? begun.get(0) : said;
  }

  /** The newest revision of each report whose id begins with one of these. */
  private Map<String, StrikeReport> reports(List<String> beginnings) {
    var codec = MessageCodec.of(StrikeReport.class);
    var known = new HashMap<String, StrikeReport>();
    TopicReader.read(
        kafka,
        topics.reports(),
        record ->
            codec
                .tryDecode(record.value())
                .filter(report -> beginnings.stream().anyMatch(report.getReportId()::startsWith))
                .ifPresent(
                    report ->
                        known.merge(
                            report.getReportId(),
                            report,
                            (one, other) ->
                                one.getRevision() >= other.getRevision() ? one : other)));
    return known;
  }

  private Decision decision(Draft draft, int revision) {
    return Decision.newBuilder()
        .setDecisionId(draft.decisionId())
        .setRevision(revision)
        .setStatus(draft.withdraw() ? DecisionStatus.WITHDRAWN : DecisionStatus.STANDING)
        .setKind(draft.kind())
        .setReality(draft.reality())
        .setArea(draft.area())
        .setReportIds(draft.reportIds())
        .setDecidedBy(draft.by().strip())
        .setReason(draft.reason().strip())
        .setDecidedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private void publish(Decision decision) throws IOException {
    try (var writer = TopicWriter.of(kafkaProducer, Decision.class)) {
      writer.write(topics.decisions(), decision.getArea(), decision.getDecidedAt(), decision);
    }
  }
}
