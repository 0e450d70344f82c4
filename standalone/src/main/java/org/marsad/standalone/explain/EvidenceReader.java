package org.marsad.standalone.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.marsad.standalone.TopicReader;

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
   * @param alertId an id, or the beginning of one that no other shares
   * @throws IOException when no single alert is meant
   */
  public Evidence read(String alertId) throws IOException {
    var alerts = new TreeMap<String, List<Alert>>();
    collect(topics.alerts(), Alert.class, alertId, alerts);
    var newestById = new HashMap<String, Alert>();
    alerts.forEach((id, known) -> newestById.put(id, known.get(known.size() - 1)));
    var id = AlertIds.only(alertId, newestById, () -> areas("").values());
    var revisions = Objects.requireNonNull(alerts.get(id));
    var newest = revisions.get(revisions.size() - 1);
    var strikes = strikes(newest);
    var evidence = new Evidence(revisions, area(newest.getArea()), strikes, Map.of());
    var concerned = new HashSet<String>();
    revisions.forEach(revision -> concerned.addAll(evidence.concerned(revision)));
    var reports = reports(newest.getArea(), Evidence.reportIds(concerned, strikes));
    return new Evidence(revisions, evidence.area(), strikes, reports);
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

  private @Nullable AreaProfile area(String code) {
    return areas(code).get(code);
  }

  /** The newest profile of each area whose code begins so. */
  private Map<String, AreaProfile> areas(String beginning) {
    var profiles = new TreeMap<String, List<AreaProfile>>();
    collect(topics.areas(), AreaProfile.class, beginning, profiles);
    var newest = new TreeMap<String, AreaProfile>();
    profiles.forEach(
        (code, known) ->
            newest.put(
                code, Collections.max(known, Comparator.comparingInt(AreaProfile::getVersion))));
    return newest;
  }

  private Map<String, List<StrikeReport>> reports(String area, Set<String> wanted) {
    var codec = MessageCodec.of(StrikeReport.class);
    var reports = new TreeMap<String, List<StrikeReport>>();
    TopicReader.read(
        kafka,
        topics.reports(),
        record -> {
          if (key(record).equals(area)) {
            decode(codec, record)
                .filter(report -> wanted.contains(report.getReportId()))
                .ifPresent(
                    report ->
                        reports
                            .computeIfAbsent(report.getReportId(), id -> new ArrayList<>())
                            .add(report));
          }
        });
    reports.values().forEach(EvidenceReader::keepEachRevisionOnce);
    return reports;
  }

  /** A replay repeats reports; the first of each revision is the one that counted. */
  private static void keepEachRevisionOnce(List<StrikeReport> revisions) {
    var newest = 0;
    for (var i = 0; i < revisions.size(); ) {
      if (revisions.get(i).getRevision() > newest) {
        newest = revisions.get(i++).getRevision();
      } else {
        revisions.remove(i);
      }
    }
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
