package org.marsad.consumer.operations.board;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.reading.RecordListener;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.AuditEvent;
import org.marsad.message.DayRow;
import org.marsad.message.Delivery;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Mute;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the topics into the board, in the one reading thread. A message that cannot be read is
 * counted and shown, and the rest goes on. What a compacted topic removes goes from the board too.
 */
public final class BoardFeed implements RecordListener {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);

  private final Unreadable unreadable;
  private final Set<String> privateTopics;
  private final Map<String, Consumer<byte[]>> takers = new TreeMap<>();

  /** By compacted topic: what is done where a key's value is null. */
  private final Map<String, Consumer<String>> removers = new TreeMap<>();

  public BoardFeed(Board board, Topics topics) {
    this.unreadable = board.unreadable();
    this.privateTopics =
        Set.of(
            topics.privateAlerts(),
            topics.privateDeliveries(),
            topics.privateAcknowledgements(),
            topics.privateAudit());
    var alerts = MessageCodec.of(Alert.class);
    takers.put(topics.alerts(), bytes -> board.onAlert(alerts.decode(bytes), bytes, false));
    takers.put(topics.privateAlerts(), bytes -> board.onAlert(alerts.decode(bytes), bytes, true));
    take(topics.areas(), AreaProfile.class, board::onArea);
    take(topics.strikes(), Strike.class, board::onStrike);
    take(topics.days(), DayRow.class, board::onDay);
    take(topics.mutes(), Mute.class, board::onMute);
    take(topics.hospitalStatus(), HospitalStatus.class, board::onHospital);
    take(topics.heartbeats(), Heartbeat.class, board::onHeartbeat);
    take(topics.deliveries(), Delivery.class, it -> board.onDelivery(it, false));
    take(topics.privateDeliveries(), Delivery.class, it -> board.onDelivery(it, true));
    take(
        topics.acknowledgements(), Acknowledgement.class, it -> board.onAcknowledgement(it, false));
    take(
        topics.privateAcknowledgements(),
        Acknowledgement.class,
        it -> board.onAcknowledgement(it, true));
    take(topics.audit(), AuditEvent.class, it -> board.onAudit(it, false));
    take(topics.privateAudit(), AuditEvent.class, it -> board.onAudit(it, true));
    removers.put(topics.areas(), board::removeArea);
    removers.put(topics.strikes(), board::removeStrike);
    removers.put(topics.days(), board::removeDay);
    removers.put(topics.mutes(), board::removeMute);
    removers.put(topics.deliveries(), key -> board.removeDeliveries(key, false));
    removers.put(topics.privateDeliveries(), key -> board.removeDeliveries(key, true));
  }

  /** The topics that it understands. */
  public List<String> topics() {
    return List.copyOf(takers.keySet());
  }

  @Override
  public void onRecord(ConsumerRecord<byte[], byte[]> record) {
    var bytes = record.value();
    try {
      if (bytes == null) {
        find(removers, record.topic()).accept(key(record));
      } else {
        find(takers, record.topic()).accept(bytes);
      }
    } catch (UndecodableException e) {
      unreadable.add(
          record.topic(),
          record.partition(),
          record.offset(),
          privateTopics.contains(record.topic()));
      LOG.warn(
          "message unreadable topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private static <T> Consumer<T> find(Map<String, Consumer<T>> byTopic, String topic) {
    return byTopic.getOrDefault(topic, nobody -> {});
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }

  private <T extends SpecificRecord> void take(String topic, Class<T> type, Consumer<T> board) {
    var codec = MessageCodec.of(type);
    takers.put(topic, bytes -> board.accept(codec.decode(bytes)));
  }
}
