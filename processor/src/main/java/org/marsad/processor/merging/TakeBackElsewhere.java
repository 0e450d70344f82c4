package org.marsad.processor.merging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.MovedReports;

/**
 * Hears of a report's later word in some area, and forwards the report's end in each area of this
 * task where an earlier one stands. Remembers the word, for earlier ones that come late.
 */
@NullUnmarked // init() comes before process()
public final class TakeBackElsewhere
    extends ContextualProcessor<byte[], StrikeReport, byte[], StrikeReport> {
  private AreaBook book;
  private MergingStores stores;

  @Override
  public void init(ProcessorContext<byte[], StrikeReport> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    stores = new MergingStores(book);
  }

  @Override
  public void process(Record<byte[], StrikeReport> record) {
    book.attempt(() -> takeBack(record));
  }

  private void takeBack(Record<byte[], StrikeReport> record) {
    var report = record.value();
    if (!stores.moved().put(report)) {
      return; // a later word is known, or this very one
    }
    var ends = new ArrayList<Record<byte[], StrikeReport>>();
    for (var area : stores.newestDays().areas()) {
      var known = stores.newest(area, report.getReportId());
      if (known != null
          && known.getStatus() == ReportStatus.REPORTED
          && stores.moved().isOutdated(known)) {
        ends.add(
            record
                .withKey(area.getBytes(StandardCharsets.UTF_8))
                .withValue(MovedReports.endOf(known, report)));
      }
    }
    ends.forEach(context()::forward);
  }
}
