package org.marsad.processor.topology;

import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.StrikeReport;
import org.marsad.processor.merging.OldReports;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.checks.Fault;

/**
 * Sets reports aside that are dated so long ago that what they may belong to is forgotten. One that
 * was known by a newer date is taken back there.
 */
@NullUnmarked // init() comes before process()
final class SetAsideOld
    extends ContextualProcessor<byte[], Checked<StrikeReport>, byte[], Checked<StrikeReport>> {
  private OldReports old;

  @Override
  public void init(ProcessorContext<byte[], Checked<StrikeReport>> context) {
    super.init(context);
    old = new OldReports(context.getStateStore(AreaBook.NAME));
  }

  @Override
  public void process(Record<byte[], Checked<StrikeReport>> record) {
    if (record.value() instanceof Checked.Usable<StrikeReport> usable) {
      var horizon = old.horizonAfter(usable.message());
      if (horizon.isPresent()) {
        setAside(record, usable, horizon.get());
        return;
      }
    }
    context().forward(record);
  }

  private void setAside(
      Record<byte[], Checked<StrikeReport>> record,
      Checked.Usable<StrikeReport> usable,
      LocalDate horizon) {
    var report = usable.message();
    var fault =
        Fault.in(
            "occurredFrom",
            report.getOccurredFrom(),
            horizon + " or later: 400 days before the newest day of its area",
            Fault.Reason.TOO_OLD);
    var headers = RejectedRecords.headers(record.headers(), context().recordMetadata(), fault);
    context()
        .forward(record.withHeaders(headers).withValue(new Checked.Refused<>(usable.original())));
    old.endOfKnown(report)
        .ifPresent(
            end ->
                context().forward(record.withValue(new Checked.Usable<>(end, usable.original()))));
  }
}
