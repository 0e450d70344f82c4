package org.marsad.consumer.text;

import java.util.ArrayList;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/** What those who answer an alert should do now. */
final class Instruction {
  private final Texts texts;
  private final AlertTime time;

  Instruction(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
  }

  String of(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return texts.of("do.CANCEL"); // nothing that we withdraw is an all clear
    }
    var sentences = new ArrayList<String>();
    var danger = alert.getDangerUntil();
    if (danger != null && danger.isAfter(alert.getSentAt())) {
      sentences.add(texts.of("do.danger", time.moment(danger, alert)));
    }
    var surge = alert.getSurge();
    var key = surge != null && surge.getSiteId() == null ? "NOWHERE" : alert.getRule().name();
    if (texts.has("do." + key)) {
      sentences.add(texts.of("do." + key));
    }
    return String.join(" ", sentences);
  }
}
