package org.marsad.consumer.replies;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.consumer.reading.RecordListener;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

/** Tells of the topics what can be answered. Used by one thread, the reading one. */
public final class ReplyFeed implements RecordListener {
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);
  private final MessageCodec<Delivery> deliveries = MessageCodec.of(Delivery.class);
  private final OpenAlerts open;
  private final Topics topics;

  public ReplyFeed(OpenAlerts open, Topics topics) {
    this.open = open;
    this.topics = topics;
  }

  /** The topics that it understands. */
  public static List<String> topics(Topics topics) {
    return List.of(
        topics.alerts(), topics.privateAlerts(), topics.deliveries(), topics.privateDeliveries());
  }

  @Override
  public void onRecord(ConsumerRecord<byte[], byte[]> record) {
    var bytes = record.value();
    if (bytes == null) {
      return; // a tombstone
    }
    if (isOfAlerts(record.topic())) {
      open.onAlert(alerts.decode(bytes));
    } else {
      open.onDelivery(deliveries.decode(bytes));
    }
  }

  private boolean isOfAlerts(String topic) {
    return topic.equals(topics.alerts()) || topic.equals(topics.privateAlerts());
  }
}
