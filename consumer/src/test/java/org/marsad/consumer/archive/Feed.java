package org.marsad.consumer.archive;

import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.marsad.message.Alert;

/** Alerts of two partitions over three days, read in batches from wherever the archive is. */
final class Feed {
  static final int MESSAGES = 12;
  private static final int PARTITIONS = 2;
  private static final int BATCH = 4;

  private Feed() {}

  /** Reads to the end, in the order and the batches that a broker might give. */
  static void readInto(ArchiveStore store) throws IOException {
    for (var batch = next(store); !batch.items().isEmpty(); batch = next(store)) {
      store.write(batch);
    }
  }

  private static Batch next(ArchiveStore store) {
    var batch = new Batch();
    for (var number = 0; number < PARTITIONS; number++) {
      var partition = new TopicPartition("alerts", number);
      var from = (int) store.position(partition);
      for (var offset = from; offset < Math.min(from + BATCH / 2, MESSAGES / 2); offset++) {
        batch.add(Archived.ALERTS, partition, offset, alert(number, offset));
      }
    }
    return batch;
  }

  /** The alert at an offset: each day has several. */
  static Alert alert(int partition, int offset) {
    return residential()
        .setAlertId(partition + ":" + offset)
        .setSentAt(SENT.plus(Duration.ofDays(offset / 2)))
        .build();
  }

  /** Ids of all that there is, partition by partition. */
  static List<String> ids() {
    var ids = new ArrayList<String>();
    for (var partition = 0; partition < PARTITIONS; partition++) {
      for (var offset = 0; offset < MESSAGES / 2; offset++) {
        ids.add(partition + ":" + offset);
      }
    }
    return ids;
  }

  /** Ids in an archive. */
  static List<String> ids(ArchiveReader archive) throws IOException {
    var ids = new ArrayList<String>();
    archive.forEach(Archived.ALERTS, ArchiveFilter.ALL, message -> ids.add(id(message)));
    return ids;
  }

  private static String id(SpecificRecord message) {
    return ((Alert) message).getAlertId();
  }
}
