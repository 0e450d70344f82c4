package org.marsad.consumer.operations.explain;

import java.util.stream.Collectors;
import org.marsad.message.Alert;

/** Whether a revision wakes people, and what changed since the last one that did. */
final class ChangeWords {
  /** Of the revision that is explained. */
  String rings(Alert alert, LocalTimes times) {
    if (!alert.getInterrupts()) {
      return "no: it only brings what was told up to date" + since(alert) + ".";
    }
    var waits = alert.getNotBefore();
    return "yes: "
        + (alert.getChanges().isEmpty() ? first(alert) : of(alert))
        + (waits == null ? "" : "; but not before " + times.moment(waits))
        + ".";
  }

  /** {@code the severity rose, more people were killed}. */
  static String of(Alert alert) {
    return alert.getChanges().stream().map(Meanings::ofChange).collect(Collectors.joining(", "));
  }

  private static String first(Alert alert) {
    return alert.getReason() == null
        ? "it is the first of this alert"
        : "it is taken back (%s)".formatted(alert.getReason());
  }

  private static String since(Alert alert) {
    return alert.getChanges().isEmpty() ? "" : " (" + of(alert) + ")";
  }
}
