package org.marsad.consumer.dashboard;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.consumer.reading.RecordListener;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the topics into what the page shows. Used by one thread, the reading one.
 *
 * <p>A message that cannot be read is counted and shown as such, and the rest goes on.
 */
public final class DashboardFeed implements RecordListener {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardFeed.class);

  private final DashboardState state;
  private final Topics topics;
  private final MessageCodec<AreaProfile> areas = MessageCodec.of(AreaProfile.class);
  private final MessageCodec<Strike> strikes = MessageCodec.of(Strike.class);
  private final MessageCodec<Acknowledgement> acknowledgements =
      MessageCodec.of(Acknowledgement.class);
  private final MessageCodec<Alert> alerts = MessageCodec.of(Alert.class);

  public DashboardFeed(DashboardState state, Topics topics) {
    this.state = state;
    this.topics = topics;
  }

  /** The topics that it understands. */
  public static List<String> topics(Topics topics) {
    return List.of(topics.areas(), topics.strikes(), topics.alerts(), topics.acknowledgements());
  }

  @Override
  public void onRecord(ConsumerRecord<byte[], byte[]> record) {
    var bytes = record.value();
    if (bytes == null) {
      return; // a tombstone: compaction's business
    }
    try {
      take(record.topic(), bytes);
    } catch (UndecodableException e) {
      state.onUnreadable();
      LOG.warn(
          "message unreadable topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private void take(String topic, byte[] bytes) {
    if (topic.equals(topics.alerts())) {
      state.onAlert(alerts.decode(bytes));
    } else if (topic.equals(topics.strikes())) {
      state.onStrike(strikes.decode(bytes));
    } else if (topic.equals(topics.acknowledgements())) {
      state.onAcknowledgement(acknowledgements.decode(bytes));
    } else if (topic.equals(topics.areas())) {
      state.onArea(areas.decode(bytes));
    }
  }
}
