package org.marsad.processor.whole;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.DayRow;
import org.marsad.message.MessageType;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.DayKeys;
import org.marsad.schemas.MessageCodec;

/** The newest row of each day: an alert about a day must tell the same numbers. */
final class PublishedDays {
  private final MessageCodec<DayRow> codec = MessageCodec.of(DayRow.class);
  private final Map<String, DayRow> rows = new HashMap<>();

  /**
   * Takes in what one message led to.
   *
   * @param step rows by key, without bytes where there is nothing to tell of a day any more
   */
  void add(Map<String, byte[]> step) {
    step.forEach(
        (key, bytes) -> {
          if (bytes.length == 0) {
            rows.remove(key);
          } else {
            rows.put(key, codec.decode(bytes));
          }
        });
  }

  /** In what an alert differs from the rows of its day, one line each. */
  List<String> faults(Alert alert) {
    var faults = new ArrayList<String>();
    if (alert.getSubject().getKind() != SubjectKind.DAY
        || alert.getMessageType() == MessageType.CANCEL) {
      return faults;
    }
    for (var finding : alert.getFindings()) {
      for (var record : finding.getRecords()) {
        if (record.getScale() == Scale.DAY) {
          var row = row(alert, record.getScopeCode(), record.getDay());
          compare(
              "value of " + record,
              record.getValue(),
              row == null ? null : of(record, row),
              faults);
          compare("heard of " + record, true, row != null && row.getHeard(), faults);
        }
      }
    }
    var id = alert.getSubject().getId();
    var row = row(alert, alert.getArea(), LocalDate.parse(id.substring(id.lastIndexOf(':') + 1)));
    if (row == null) {
      faults.add("no row of the day: " + alert);
      return faults;
    }
    compare("killed of " + alert, alert.getKilled(), row.getKilled(), faults);
    compare("injured of " + alert, alert.getInjured(), row.getInjured(), faults);
    compare("impacts of " + alert, alert.getImpacts(), row.getImpacts(), faults);
    compare("strikes of " + alert, alert.getStrikes(), row.getStrikes(), faults);
    compare("sources of " + alert, alert.getSources(), row.getSources(), faults);
    return faults;
  }

  private @Nullable DayRow row(Alert alert, String scopeCode, LocalDate day) {
    return rows.get(DayKeys.of(alert.getReality(), scopeCode, day));
  }

  private static @Nullable CountRange of(RecordFacts record, DayRow row) {
    return switch (record.getMeasure()) {
      case IMPACTS -> row.getImpacts();
      case KILLED -> row.getKilled();
      case CASUALTIES -> row.getCasualties();
    };
  }

  private static void compare(
      String what, @Nullable Object told, @Nullable Object counted, List<String> faults) {
    if (!Objects.equals(told, counted)) {
      faults.add("%s: told %s, the day's row says %s".formatted(what, told, counted));
    }
  }
}
