package org.marsad.processor.judging;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.merging.Ending;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.heaviest.DayFacts;
import org.marsad.processor.rules.heaviest.Judged;
import org.marsad.processor.rules.severity.DaySeverity;

/** Which days are the heaviest in days. */
final class JudgeDays implements Judge {
  private final DaySeverity severity;
  private final DayAlert alerts;
  private final AlertLifecycle lifecycle;

  JudgeDays(DaySeverity severity, DayAlert alerts, AlertLifecycle lifecycle) {
    this.severity = severity;
    this.alerts = alerts;
    this.lifecycle = lifecycle;
  }

  @Override
  public void judge(Judging judging, Consumer<Outgoing> out) {
    for (var judged : judging.records()) {
      if (judged.scale() == Scale.DAY) {
        judge(judged, judging, out);
      }
    }
  }

  private void judge(Judged judged, Judging judging, Consumer<Outgoing> out) {
    var cause = judging.cause();
    var day = judging.ledger().day(judged.day());
    var revision =
        day.isPresent() && !judged.records().isEmpty()
            ? lifecycle.claim(
                alerts.of(
                    day.get(),
                    HeaviestFinding.of(judged, day.get().certainty()),
                    severity(judged, day.get()),
                    judging.map(),
                    cause),
                cause.at())
            : lifecycle.withdraw(
                AlertIds.of(
                    AlertIds.day(cause.area(), LocalDate.ofEpochDay(judged.day())),
                    cause.reality()),
                day.isPresent() ? Ending.CORRECTED : judging.changes().endingOfAll(),
                cause.at());
    revision.ifPresent(alert -> out.accept(new Outgoing(alert, false)));
  }

  private Severity severity(Judged judged, DayFacts day) {
    var killed = day.killed();
    return severity.judge(
        judged.longestAreaDays(), killed == null ? 0 : killed.best(), judged.longestPeopleDays());
  }
}
