package org.marsad.consumer.operations.explain;

import org.marsad.message.Alert;

/** Whether a revision wakes people, and what changed since the last one that did. */
final class ChangeWords {
  private final Inquiry inquiry;

  ChangeWords(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** Of the revision that is explained. */
  String rings() {
    var alert = inquiry.alert();
    var text = inquiry.text();
    var changes = inquiry.words().changes(alert);
    if (!alert.getInterrupts()) {
      return changes.isEmpty() ? text.of("rings.not") : text.of("rings.not.changes", changes);
    }
    var why = changes.isEmpty() ? first(alert) : changes;
    var waits = alert.getNotBefore();
    return waits == null
        ? text.of("rings.yes", why)
        : text.of("rings.later", why, inquiry.times().moment(waits));
  }

  private String first(Alert alert) {
    var reason = alert.getReason();
    return reason == null
        ? inquiry.text().of("rings.first")
        : inquiry.text().of("rings.cancelled", inquiry.text().code(reason.name()));
  }
}
