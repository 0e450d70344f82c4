package org.marsad.processor.merging;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.Marks;

/**
 * Forwards the corrections and retractions of reports that do not stand in their area: they may
 * stand in another one. Comes before such a report is filed. A first revision costs nothing here.
 */
@NullUnmarked // init() comes before process()
public final class NoticeMoves
    extends ContextualProcessor<byte[], StrikeReport, byte[], StrikeReport> {
  private MergingStores stores;

  @Override
  public void init(ProcessorContext<byte[], StrikeReport> context) {
    super.init(context);
    stores = new MergingStores(context.getStateStore(AreaBook.NAME));
  }

  @Override
  public void process(Record<byte[], StrikeReport> record) {
    if (mayStandElsewhere(record.value())) {
      context().forward(record);
    }
  }

  private boolean mayStandElsewhere(StrikeReport report) {
    return (report.getRevision() > 1 || report.getStatus() == ReportStatus.RETRACTED)
        && !Marks.isMovedAway(report.getMarks())
        && !standsHere(report);
  }

  private boolean standsHere(StrikeReport report) {
    var known = stores.newest(report.getArea(), report.getReportId());
    return known != null && known.getStatus() == ReportStatus.REPORTED;
  }
}
