package org.marsad.processor.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.Alert;
import org.marsad.message.HospitalStatus;
import org.marsad.processor.settings.Rules;

/** Keeps what hospitals say of themselves, and judges anew what they have to expect. */
@NullUnmarked // init() comes before process()
final class HeedHospitals extends ContextualProcessor<byte[], HospitalStatus, String, Alert> {
  private final Rules rules;
  private JudgingFiles files;
  private JudgeSurges surges;

  HeedHospitals(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    files = new JudgingFiles(context);
    surges =
        new JudgeSurges(
            rules.hospitalSurge(), new AlertMessages(rules), files.lifecycle(rules), files);
  }

  @Override
  public void process(Record<byte[], HospitalStatus> record) {
    var status = record.value();
    var cause = new Cause(status.getArea(), status.getReality(), status.getUpdatedAt());
    var map = files.areas().of(cause.area());
    for (var alert : surges.judge(status, cause, map, files.strikes(cause))) {
      context().forward(record.withKey(alert.getAlertId()).withValue(alert));
    }
  }
}
