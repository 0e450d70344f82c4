package org.marsad.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics, declared once: names under an optional prefix, and how each is kept.
 *
 * @param prefix put before each name as it is, may be empty
 */
public record Topics(String prefix) {
  /**
   * One segment holds many days: replayed reports carry old times and must not roll a segment each.
   */
  private static final String SEGMENT_MS = Long.toString(Duration.ofDays(3650).toMillis());

  private static final int LOOKS = 300;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /**
   * An open segment is never compacted, and its two indexes are laid out in full, 10 MB each by
   * default: in all topics and partitions more than a gigabyte to whoever copies files without
   * regard to holes. An index of this size holds what a segment of this size needs.
   */
  private static final Map<String, String> SIZES =
      Map.of(
          TopicConfig.SEGMENT_BYTES_CONFIG,
          Integer.toString(16 * 1024 * 1024),
          TopicConfig.INDEX_INTERVAL_BYTES_CONFIG,
          Integer.toString(16 * 1024),
          TopicConfig.SEGMENT_INDEX_BYTES_CONFIG,
          Integer.toString(16 * 1024));

  private static final Map<String, String> KEPT =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG,
          "-1",
          TopicConfig.SEGMENT_MS_CONFIG,
          SEGMENT_MS);
  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

  /** Compacted, but not before every attempt has stood for 400 days. */
  private static final Map<String, String> COMPACTED_LATE =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
          Long.toString(Duration.ofDays(400).toMillis()));

  /** A heartbeat is of no use to anybody once its source was heard again or missed. */
  private static final Map<String, String> SHORT_LIVED =
      Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(7).toMillis()));

  /** What sources said, keyed by area: the source of truth. */
  public String reports() {
    return prefix + "reports";
  }

  /** Area profiles, keyed by area. */
  public String areas() {
    return prefix + "areas";
  }

  /** What hospitals say of themselves, keyed by area. */
  public String hospitalStatus() {
    return prefix + "hospital-status";
  }

  /** What people decided about the identity of strikes, keyed by area. */
  public String decisions() {
    return prefix + "decisions";
  }

  /** That sources are there, keyed by area. */
  public String heartbeats() {
    return prefix + "heartbeats";
  }

  /** Strikes, keyed by strikeId. */
  public String strikes() {
    return prefix + "strikes";
  }

  /** What each local day of an area or a neighbourhood comes to, keyed by {@link DayKeys}. */
  public String days() {
    return prefix + "days";
  }

  /** Every revision of every alert, keyed by alertId. */
  public String alerts() {
    return prefix + "alerts";
  }

  /** Alerts for confidential sites, keyed by alertId: for the site and the administrator alone. */
  public String privateAlerts() {
    return prefix + "alerts-private";
  }

  /** What could not be used: original bytes, with {@link RejectedHeaders}. */
  public String rejected() {
    return prefix + "rejected";
  }

  /** Every attempt to tell somebody, keyed by alertId/subscriber/channel. */
  public String deliveries() {
    return prefix + "deliveries";
  }

  /** Attempts to tell confidential sites, keyed as {@link #deliveries()}. */
  public String privateDeliveries() {
    return prefix + "deliveries-private";
  }

  /** What people do not want to be told for a while, keyed by muteId. */
  public String mutes() {
    return prefix + "mutes";
  }

  /** What teams answer, keyed by alertId. */
  public String acknowledgements() {
    return prefix + "acknowledgements";
  }

  /** What confidential sites answer, keyed by alertId. */
  public String privateAcknowledgements() {
    return prefix + "acknowledgements-private";
  }

  /** What users did, keyed by eventId. */
  public String audit() {
    return prefix + "audit";
  }

  /** What users did about confidential sites, keyed by eventId: for the administrator alone. */
  public String privateAudit() {
    return prefix + "audit-private";
  }

  /**
   * All topics as they are to be created.
   *
   * @param partitions of each topic; those that the processor reads must have the same number
   * @param replication copies of each partition
   */
  public List<NewTopic> declarations(int partitions, short replication) {
    var topics = new ArrayList<NewTopic>();
    for (var name :
        List.of(
            reports(),
            hospitalStatus(),
            decisions(),
            alerts(),
            privateAlerts(),
            rejected(),
            acknowledgements(),
            privateAcknowledgements(),
            audit(),
            privateAudit())) {
      topics.add(declare(name, partitions, replication, KEPT));
    }
    for (var name : List.of(areas(), strikes(), days(), mutes())) {
      topics.add(declare(name, partitions, replication, COMPACTED));
    }
    topics.add(declare(deliveries(), partitions, replication, COMPACTED_LATE));
    topics.add(declare(privateDeliveries(), partitions, replication, COMPACTED_LATE));
    topics.add(declare(heartbeats(), partitions, replication, SHORT_LIVED));
    return topics;
  }

  /**
   * Creates the topics that are missing, and returns when every partition has a leader that
   * answers: until then a producer's second batch can overtake its first. Topics that exist stay as
   * they are.
   *
   * @throws ExecutionException when the broker refuses for another reason
   */
  public void create(Admin admin, int partitions, short replication)
      throws InterruptedException, ExecutionException {
    var created = admin.createTopics(declarations(partitions, replication));
    for (var topic : created.values().values()) {
      try {
        topic.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    awaitLeaders(admin);
  }

  /** A topic that was just created is unknown for a moment to the broker that is asked. */
  private void awaitLeaders(Admin admin) throws InterruptedException, ExecutionException {
    for (var looksLeft = LOOKS; ; looksLeft--) {
      try {
        admin.listOffsets(everyPartition(admin)).all().get();
        return;
      } catch (ExecutionException e) {
        if (looksLeft == 0 || !(e.getCause() instanceof RetriableException)) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private Map<TopicPartition, OffsetSpec> everyPartition(Admin admin)
      throws InterruptedException, ExecutionException {
    var names = declarations(1, (short) 1).stream().map(NewTopic::name).toList();
    var partitions = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
      for (var partition : topic.partitions()) {
        partitions.put(
            new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
      }
    }
    return partitions;
  }

  /**
   * How the log of a topic that Marsad keeps for itself is laid out, such as a changelog: in
   * segments that can be compacted soon and whose times may be those of a replay.
   */
  public static Map<String, String> layout() {
    var layout = new HashMap<>(SIZES);
    layout.put(TopicConfig.SEGMENT_MS_CONFIG, SEGMENT_MS);
    return layout;
  }

  private static NewTopic declare(
      String name, int partitions, short replication, Map<String, String> configuration) {
    var all = new HashMap<>(SIZES);
    all.putAll(configuration);
    return new NewTopic(name, Optional.of(partitions), Optional.of(replication)).configs(all);
  }
}
