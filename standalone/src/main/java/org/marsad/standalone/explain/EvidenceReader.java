package org.marsad.standalone.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.alerts.AlertFinder;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.Heartbeat;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.merging.TwoRevisions;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;

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
    var found = new AlertFinder(kafka, topics).find(alertId);
    var revisions = found.revisions();
    var newest = revisions.get(revisions.size() - 1);
    var strikes = strikes(newest);
    var area = area(newest.getArea());
    var known =
        new Evidence(revisions, area, strikes, Map.of(), Map.of(), List.of(), found.isPrivate());
    var concerned = new HashSet<String>();
    revisions.forEach(revision -> concerned.addAll(known.concerned(revision)));
    var heard = new HeardDays(newest);
    var wanted = Evidence.reportIds(concerned, strikes);
    var reports = reports(newest.getArea(), wanted, heard);
    var placements = placements(wanted);
    tellWhenReceived(reports, placements);
    read(topics.heartbeats(), Heartbeat.class, newest.getArea(), heard::add);
    return new Evidence(
        revisions, area, strikes, reports, placements, heard.days(), known.isPrivate());
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

  private Map<String, List<StrikeReport>> reports(
      String area, Set<String> wanted, HeardDays heard) {
    var reports = new TreeMap<String, List<StrikeReport>>();
    read(
        topics.reports(),
        StrikeReport.class,
        area,
        report -> {
          heard.add(report);
          if (wanted.contains(report.getReportId())) {
            reports.computeIfAbsent(report.getReportId(), id -> new ArrayList<>()).add(report);
          }
        });
    reports.values().forEach(EvidenceReader::keepEachRevisionOnce);
    return reports;
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

  /** Of whatever area: a report is placed in another one than it was in. */
  private Map<String, List<Decision>> placements(Set<String> wanted) {
    var decisions = new TreeMap<String, List<Decision>>();
    collect(topics.decisions(), Decision.class, "", decisions);
    return decisions.values().stream()
        .flatMap(List::stream)
        .filter(decision -> decision.getKind() == DecisionKind.PLACE)
        .filter(decision -> wanted.contains(decision.getReportIds().get(0)))
        .sorted(Comparator.comparing(Decision::getDecidedAt))
        .collect(
            Collectors.groupingBy(
                decision -> decision.getReportIds().get(0), TreeMap::new, Collectors.toList()));
  }

  /** What a topic holds of an area, a message after the other. */
  private <T extends SpecificRecord> void read(
      String topic, Class<T> type, String area, Consumer<T> each) {
    read(topic, type, area::equals, each);
  }

  private <T extends SpecificRecord> void read(
      String topic, Class<T> type, Predicate<String> isWanted, Consumer<T> each) {
    var codec = MessageCodec.of(type);
    TopicReader.read(
        kafka,
        topic,
        record -> {
          if (isWanted.test(key(record))) {
            decode(codec, record).ifPresent(each);
          }
        });
  }

  /** A replay repeats reports; of two texts under one revision the one that stands is kept. */
  private static void keepEachRevisionOnce(List<StrikeReport> revisions) {
    var standing = new ArrayList<StrikeReport>();
    for (var report : revisions) {
      var last = standing.isEmpty() ? null : standing.get(standing.size() - 1);
      if (last == null) {
        standing.add(report);
        continue;
      }
      var newer = TwoRevisions.newer(last, report);
      if (newer != null) {
        if (newer.getRevision() == last.getRevision()) {
          standing.remove(standing.size() - 1);
        }
        standing.add(newer);
      }
    }
    revisions.clear();
    revisions.addAll(standing);
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
            decode(codec, record)
                .ifPresent(
                    message -> into.computeIfAbsent(key, id -> new ArrayList<>()).add(message));
          }
        });
  }

  /** What cannot be read led to nothing: it was refused. */
  private static <T extends SpecificRecord> Optional<T> decode(
      MessageCodec<T> codec, ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.value() == null ? Optional.empty() : Optional.of(codec.decode(record.value()));
    } catch (UndecodableException e) {
      return Optional.empty();
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
