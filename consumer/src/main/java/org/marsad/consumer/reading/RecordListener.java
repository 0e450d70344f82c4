package org.marsad.consumer.reading;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Is handed each record of the topics that are followed, in the one reading thread. */
@FunctionalInterface
public interface RecordListener {
  /**
   * Takes a record. What it throws is logged, and reading goes on.
   *
   * @param record its value is null for a tombstone
   */
  void onRecord(ConsumerRecord<byte[], byte[]> record);
}
