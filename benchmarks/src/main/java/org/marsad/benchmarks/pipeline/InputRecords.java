package org.marsad.benchmarks.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.marsad.message.AreaProfile;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.MessageCodec;

/** Messages as a consumer hands them over, one offset after the other. */
public final class InputRecords {
  private final MessageCodec<AreaProfile> areas = MessageCodec.of(AreaProfile.class);
  private final MessageCodec<StrikeReport> reports = MessageCodec.of(StrikeReport.class);
  private long offset;

  /** The next record, an area profile. */
  public ConsumerRecord<byte[], byte[]> next(AreaProfile area) {
    return next(area.getCode(), areas.encode(area), 0);
  }

  /** The next record, a report. */
  public ConsumerRecord<byte[], byte[]> next(StrikeReport report) {
    return next(report.getArea(), reports.encode(report), report.getReceivedAt().toEpochMilli());
  }

  private ConsumerRecord<byte[], byte[]> next(String key, byte[] value, long timestamp) {
    var bytes = key.getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(
        "in",
        0,
        offset++,
        timestamp,
        TimestampType.CREATE_TIME,
        bytes.length,
        value.length,
        bytes,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
