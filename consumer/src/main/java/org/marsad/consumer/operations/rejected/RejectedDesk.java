package org.marsad.consumer.operations.rejected;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.schemas.RejectedHeaders;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;

/** Where what was set aside is looked up. Reads the whole topic each time: it is small. */
public final class RejectedDesk {
  private final Map<String, Object> kafka;
  private final Topics topics;

  /**
   * @param kafka Kafka's own settings
   */
  public RejectedDesk(Map<String, Object> kafka, Topics topics) {
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
  }

  /** Everything that was set aside, oldest first. */
  public List<SetAside> all() {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var sentAgain = new HashSet<String>();
    TopicReader.read(
        kafka,
        topics.rejected(),
        record -> {
          if (RejectedHeaders.isNote(record)) {
            sentAgain.add(RejectedHeaders.text(record.headers(), RejectedHeaders.SENT_AGAIN));
          } else {
            records.add(record);
          }
        });
    return records.stream()
        .map(record -> SetAside.of(record, sentAgain.contains(SetAside.id(record))))
        .sorted(Comparator.comparing(SetAside::at).thenComparing(SetAside::id))
        .toList();
  }
}
