package org.marsad.consumer.text;

import org.marsad.message.Alert;
import org.marsad.message.CancelReason;

/**
 * Why an alert is taken back, each reason in words of its own: a strike that stands is never told
 * as withdrawn.
 */
final class CancelText {
  private final Texts texts;
  private final AlertTime time;

  CancelText(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
  }

  /** In one word or two: {@code CORRECTED}. */
  String mark(Alert alert) {
    return texts.of("cancel." + reason(alert));
  }

  /** {@code the strikes stand; Tuesday 11 Oct was not the heaviest day}. */
  String why(Alert alert) {
    return texts.of(key("why", alert), time.weekday(alert));
  }

  /** The least that must be said: that the strike stands, or that this is no all clear. */
  String brief(Alert alert) {
    return texts.of(key("brief", alert));
  }

  /** What is said of this kind of subject, else of any. */
  private String key(String what, Alert alert) {
    var key = what + "." + reason(alert);
    var own = key + "." + alert.getSubject().getKind();
    return texts.has(own) ? own : key;
  }

  private static CancelReason reason(Alert alert) {
    var reason = alert.getReason();
    return reason == null ? CancelReason.OTHER : reason;
  }
}
