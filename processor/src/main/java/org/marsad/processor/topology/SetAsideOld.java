package org.marsad.processor.topology;

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
      var fault = old.fault(usable.message());
      if (fault.isPresent()) {
        setAside(record, usable, fault.get());
        return;
      }
    }
    context().forward(record);
  }

  private void setAside(
      Record<byte[], Checked<StrikeReport>> record,
      Checked.Usable<StrikeReport> usable,
      Fault fault) {
    var headers = RejectedRecords.headers(record.headers(), context().recordMetadata(), fault);
    context()
        .forward(record.withHeaders(headers).withValue(new Checked.Refused<>(usable.original())));
    old.endOfKnown(usable.message())
        .ifPresent(
            end ->
                context().forward(record.withValue(new Checked.Usable<>(end, usable.original()))));
  }
}
