package org.marsad.processor.judging;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.HospitalStatus;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;

/** Keeps what hospitals say of themselves, and judges anew what they have to expect. */
@NullUnmarked // init() comes before process()
public final class HeedHospitals
    extends ContextualProcessor<byte[], HospitalStatus, String, Outgoing> {
  private final Rules rules;
  private AreaBook book;
  private JudgingStores files;
  private JudgeSurges surges;

  public HeedHospitals(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, Outgoing> context) {
    super.init(context);
    book = context.getStateStore(AreaBook.NAME);
    files = new JudgingStores(book);
    surges = Judges.surges(rules, files);
  }

  @Override
  public void process(Record<byte[], HospitalStatus> record) {
    var status = record.value();
    var cause = new Cause(status.getArea(), status.getReality(), status.getUpdatedAt());
    var judging = files.open(StrikeChanges.decided(cause, List.of()), rules.heaviestInDays());
    var told = new ArrayList<Outgoing>();
    book.attempt(() -> surges.judge(status, judging, told::add));
    told.forEach(out -> context().forward(record.withKey(out.alert().getAlertId()).withValue(out)));
  }
}
