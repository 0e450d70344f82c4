package org.marsad.benchmarks.pipeline;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where the record that is worked in stands in the log. */
final class Position implements RecordMetadata {
  private String topic = "";
  private int partition = -1;
  private long offset = -1;

  void of(ConsumerRecord<byte[], byte[]> record) {
    topic = record.topic();
    partition = record.partition();
    offset = record.offset();
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public int partition() {
    return partition;
  }

  @Override
  public long offset() {
    return offset;
  }
}
