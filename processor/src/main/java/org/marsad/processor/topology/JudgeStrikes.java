package org.marsad.processor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.message.Alert;
import org.marsad.processor.settings.Rules;

/** Asks the rules about the strikes that changed and forwards the alerts that follow. */
@NullUnmarked // init() comes before process()
final class JudgeStrikes extends ContextualProcessor<String, StrikeChanges, String, Alert> {
  private final Rules rules;
  private JudgingFiles files;
  private List<Judge> judges;

  JudgeStrikes(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    super.init(context);
    files = new JudgingFiles(context);
    var messages = new AlertMessages(rules);
    var lifecycle = files.lifecycle(rules);
    judges =
        List.of(
            new JudgePlaces(rules.protectedSiteStrike(), messages, lifecycle),
            new JudgeRepeats(rules.repeatStrike(), messages, lifecycle),
            new JudgeWaves(rules.wave(), messages, lifecycle, context.getStateStore(Stores.WAVES)),
            new JudgeRecords(rules.heaviestInDays(), messages, lifecycle, files),
            new JudgeSurges(rules.hospitalSurge(), messages, lifecycle, files)); // after the days
  }

  @Override
  public void process(Record<String, StrikeChanges> record) {
    var changes = record.value();
    var map = files.areas().of(changes.cause().area());
    var strikes = files.strikes(changes.cause());
    changes.changes().forEach(strikes::move);
    each(
        judges,
        judge -> {
          for (var alert : judge.judge(changes, map, strikes)) {
            context().forward(record.withKey(alert.getAlertId()).withValue(alert));
          }
        });
  }

  /**
   * Asks all, then fails as the first that did: a fault in one rule does not silence the others.
   */
  static <T> void each(List<T> all, Consumer<T> ask) {
    var failures = new ArrayList<RuntimeException>();
    for (var one : all) {
      try {
        ask.accept(one);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      var first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
