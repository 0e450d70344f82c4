package org.marsad.processor.merging;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;

/**
 * Regroups the reports that a person decided about, and forwards the strikes that changed. A
 * decision about a report that is not known yet waits for it. Where a person placed a report, the
 * intake has sent the report there: nothing is left to do.
 */
@NullUnmarked // init() comes before process()
public final class HeedDecisions
    extends ContextualProcessor<byte[], Decision, String, StrikeChanges> {
  private final Rules rules;
  private AreaBook book;
  private MergingStores files;

  public HeedDecisions(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, StrikeChanges> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    files = new MergingStores(book);
  }

  @Override
  public void process(Record<byte[], Decision> record) {
    book.attempt(() -> heed(record));
  }

  private void heed(Record<byte[], Decision> record) {
    var decision = record.value();
    if (decision.getKind() == DecisionKind.PLACE) {
      return;
    }
    var cause = new Cause(decision.getArea(), decision.getReality(), decision.getDecidedAt());
    if (!files.decisions(cause).put(decision)) {
      return; // a newer revision is known, or this very one
    }
    var regrouping = files.regrouping(rules, cause);
    var reports = files.reports(cause);
    for (var reportId : decision.getReportIds()) {
      regrouping.add(reportId);
      var filed = reports.find(reportId);
      if (filed != null) {
        regrouping.addStrike(filed.strikeId());
      }
    }
    var changes = regrouping.run("");
    if (!changes.isEmpty()) {
      context()
          .forward(record.withKey(cause.area()).withValue(StrikeChanges.decided(cause, changes)));
    }
  }
}
