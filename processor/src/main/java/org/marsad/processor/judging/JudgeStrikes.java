package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;

/** Asks the rules about what a record did and forwards the days and alerts that follow. */
@NullUnmarked // init() comes before process()
public final class JudgeStrikes
    extends ContextualProcessor<String, StrikeChanges, String, Published> {
  private final Rules rules;
  private AreaBook book;
  private JudgingStores files;
  private List<Judge> judges;

  public JudgeStrikes(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, Published> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    files = new JudgingStores(book);
    judges = Judges.all(rules, files);
  }

  /** Fails last: what was told stays known, or it would be told once more. */
  @Override
  public void process(Record<String, StrikeChanges> record) {
    var judging = files.open(record.value(), rules.heaviestInDays());
    book.attempt(() -> judge(judging, record));
    judging.failures().raise();
  }

  /** A judge that fails leaves no trace, and the others tell all the same. */
  private void judge(Judging judging, Record<String, StrikeChanges> record) {
    judging.changes().changes().forEach(judging.strikes()::move);
    for (var judge : judges) {
      var told = new ArrayList<Outgoing>();
      judging
          .failures()
          .guard(
              () -> {
                book.attempt(() -> judge.judge(judging, told::add));
                told.forEach(out -> forward(record, out.alert().getAlertId(), out));
              });
    }
    judging.days().forEach(day -> forward(record, day.key(), day));
  }

  private void forward(Record<String, StrikeChanges> record, String key, Published out) {
    context().forward(record.withKey(key).withValue(out));
  }
}
