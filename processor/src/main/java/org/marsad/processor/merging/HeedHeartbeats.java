package org.marsad.processor.merging;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.marsad.message.Heartbeat;
import org.marsad.processor.mapping.Cause;

/** Tells the records that somebody was heard: a day without strikes was watched all the same. */
public final class HeedHeartbeats
    extends ContextualProcessor<byte[], Heartbeat, String, StrikeChanges> {
  @Override
  public void process(Record<byte[], Heartbeat> record) {
    var heartbeat = record.value();
    var cause = new Cause(heartbeat.getArea(), heartbeat.getReality(), heartbeat.getSentAt());
    context().forward(record.withKey(cause.area()).withValue(StrikeChanges.heard(cause)));
  }
}
