package org.marsad.consumer.operations.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.alerts.AlertFinder;
import org.marsad.consumer.operations.alerts.FoundAlert;
import org.marsad.consumer.operations.decisions.Audit;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.DayRow;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;

/** Collects the evidence on one alert from the topics; only what is committed counts. */
public final class EvidenceReader {
  private final Map<String, Object> kafka;
  private final Topics topics;

  /**
   * @param kafka Kafka's own settings
   */
  public EvidenceReader(Map<String, Object> kafka, Topics topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * Reads.
   *
   * @param alertId an id, or the beginning of one that no other shares; a private alert is found by
   *     its whole id alone
   * @throws IOException when no single alert is meant
   */
  public Evidence read(String alertId) throws IOException {
    return read(new AlertFinder(kafka, topics).find(alertId));
  }

  /** Reads what is known of an alert that was found. */
  public Evidence read(FoundAlert found) {
    var revisions = found.revisions();
    var newest = revisions.get(revisions.size() - 1);
    var strikes = strikes(newest);
    var area = area(newest.getArea());
    var known =
        new Evidence(
            revisions, area, strikes, Map.of(), Map.of(), List.of(), List.of(), found.isPrivate());
    var concerned = new HashSet<String>();
    revisions.forEach(revision -> concerned.addAll(known.concerned(revision)));
    var wanted = Evidence.reportIds(concerned, strikes);
    var reports = reports(newest.getArea(), wanted);
    var decided = decisions(wanted);
    var placements = placements(decided);
    tellWhenReceived(reports, placements);
    return new Evidence(
        revisions,
        area,
        strikes,
        reports,
        placements,
        standing(decided),
        days(newest),
        known.isPrivate());
  }

  private Map<String, List<Strike>> strikes(Alert alert) {
    var strikes = new TreeMap<String, List<Strike>>();
    collect(topics.strikes(), Strike.class, "", strikes);
    strikes
        .values()
        .removeIf(
            revisions -> {
              var strike = revisions.get(0);
              return !strike.getArea().equals(alert.getArea())
                  || strike.getReality() != alert.getReality();
            });
    return strikes;
  }

  /** The newest profile of an area; null where none is known. */
  private @Nullable AreaProfile area(String code) {
    var profiles = new TreeMap<String, List<AreaProfile>>();
    collect(topics.areas(), AreaProfile.class, code, profiles);
    var known = profiles.getOrDefault(code, List.of());
    return known.stream().max(Comparator.comparingInt(AreaProfile::getVersion)).orElse(null);
  }

  private Map<String, List<StrikeReport>> reports(String area, Set<String> wanted) {
    var reports = new TreeMap<String, List<StrikeReport>>();
    read(
        topics.reports(),
        StrikeReport.class,
        area::equals,
        report -> {
          if (wanted.contains(report.getReportId())) {
            reports.computeIfAbsent(report.getReportId(), id -> new ArrayList<>()).add(report);
          }
        });
    reports.values().forEach(EvidenceReader::keepEachRevisionOnce);
    return reports;
  }

  /** The newest row of each day of the alert's area, in its reality. */
  private List<DayRow> days(Alert alert) {
    var codec = MessageCodec.of(DayRow.class);
    var rows = new TreeMap<String, DayRow>();
    TopicReader.read(
        kafka,
        topics.days(),
        record -> {
          rows.remove(key(record));
          codec
              .tryDecode(record.value())
              .filter(row -> row.getArea().equals(alert.getArea()))
              .filter(row -> row.getReality() == alert.getReality())
              .ifPresent(row -> rows.put(key(record), row));
        });
    return List.copyOf(rows.values());
  }

  /** A report that a person placed came in another area, or in this one before. */
  private void tellWhenReceived(
      Map<String, List<StrikeReport>> reports, Map<String, List<Decision>> placements) {
    if (placements.isEmpty()) {
      return;
    }
    var receptions = new Receptions(placements);
    read(topics.reports(), StrikeReport.class, key -> true, receptions::add);
    reports.values().forEach(revisions -> revisions.replaceAll(receptions::asReceived));
  }

  /** About any of these reports, of whatever area: one is placed in another than it was in. */
  private List<Decision> decisions(Set<String> wanted) {
    var decisions = new ArrayList<Decision>();
    read(topics.decisions(), Decision.class, key -> true, decisions::add);
    return decisions.stream()
        .filter(decision -> decision.getReportIds().stream().anyMatch(wanted::contains))
        .sorted(Comparator.comparing(Decision::getDecidedAt))
        .toList();
  }

  private static Map<String, List<Decision>> placements(List<Decision> decided) {
    return decided.stream()
        .filter(decision -> decision.getKind() == DecisionKind.PLACE)
        .collect(
            Collectors.groupingBy(
                decision -> decision.getReportIds().get(0), TreeMap::new, Collectors.toList()));
  }

  private static List<Decision> standing(List<Decision> decided) {
    return Audit.of(decided).stream()
        .filter(entry -> entry.state() == Audit.State.STANDING)
        .map(Audit.Entry::decision)
        .filter(decision -> decision.getKind() != DecisionKind.PLACE)
        .toList();
  }

  private <T extends SpecificRecord> void read(
      String topic, Class<T> type, Predicate<String> isWanted, Consumer<T> each) {
    var codec = MessageCodec.of(type);
    TopicReader.read(
        kafka,
        topic,
        record -> {
          if (isWanted.test(key(record))) {
            codec.tryDecode(record.value()).ifPresent(each);
          }
        });
  }

  /** A replay repeats reports; of two texts under one revision the one received later is kept. */
  private static void keepEachRevisionOnce(List<StrikeReport> revisions) {
    var standing = new TreeMap<Integer, StrikeReport>();
    for (var report : revisions) {
      standing.merge(
          report.getRevision(),
          report,
          (known, other) -> other.getReceivedAt().isAfter(known.getReceivedAt()) ? other : known);
    }
    revisions.clear();
    revisions.addAll(standing.values());
  }

  private <T extends SpecificRecord> void collect(
      String topic, Class<T> type, String keyPrefix, Map<String, List<T>> into) {
    var codec = MessageCodec.of(type);
    TopicReader.read(
        kafka,
        topic,
        record -> {
          var key = key(record);
          if (key.startsWith(keyPrefix)) {
            codec
                .tryDecode(record.value())
                .ifPresent(
                    message -> into.computeIfAbsent(key, id -> new ArrayList<>()).add(message));
          }
        });
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
