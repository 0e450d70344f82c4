package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.checking.Fault;
import org.marsad.processor.rules.checking.Fault.Reason;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;

/** Tells usable reports from those that must be set aside, with the reason in the headers. */
final class CheckReports extends ContextualProcessor<byte[], byte[], byte[], Checked> {
  private final MessageCodec<StrikeReport> codec = MessageCodec.of(StrikeReport.class);

  @Override
  public void process(Record<byte[], byte[]> record) {
    var report = decode(record.value());
    var fault =
        report == null
            ? Optional.of(
                new Fault(
                    Reason.UNDECODABLE,
                    "",
                    "report: %d bytes (expected: a StrikeReport of a published version)"
                        .formatted(record.value() == null ? 0 : record.value().length)))
            : MessageChecks.faultOf(report, text(record.key()));
    if (report != null && fault.isEmpty()) {
      context().forward(record.withValue(new Checked.Usable(report)));
    } else {
      var headers =
          RejectedRecords.headers(
              record.headers(), context().recordMetadata(), fault.orElseThrow());
      context().forward(record.withHeaders(headers).withValue(new Checked.Refused(record.value())));
    }
  }

  private @Nullable StrikeReport decode(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : codec.decode(bytes);
    } catch (UndecodableException e) {
      return null;
    }
  }

  private static @Nullable String text(byte @Nullable [] key) {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }
}
