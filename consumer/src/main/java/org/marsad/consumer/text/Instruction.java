package org.marsad.consumer.text;

import java.util.ArrayList;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.Standing;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/**
 * What those who answer an alert should do now: stay out of danger, then what the lead asks for.
 */
final class Instruction {
  private final Texts texts;
  private final AlertTime time;

  Instruction(Texts texts, AlertTime time) {
    this.texts = texts;
    this.time = time;
  }

  String of(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      var kind = alert.getSubject().getKind(); // nothing that we take back is an all clear
      return kind == SubjectKind.SOURCE || kind == SubjectKind.SYSTEM ? "" : texts.of("do.CANCEL");
    }
    var sentences = new ArrayList<String>();
    var danger = alert.getDangerUntil();
    if (danger != null && danger.isAfter(alert.getSentAt())) {
      sentences.add(texts.of("do.danger", time.moment(danger, alert)));
    }
    var key = "do." + task(alert);
    if (texts.has(key)) {
      sentences.add(texts.of(key));
    }
    return String.join(" ", sentences);
  }

  /** An unplaced strike asks for its place first: without it nobody can go. */
  private static String task(Alert alert) {
    if (alert.getSubject().getKind() == SubjectKind.SITE) {
      return "SITE";
    }
    var surge = Findings.surge(alert);
    if (surge != null && surge.getStanding() != Standing.RECEIVING) {
      return surge.getStanding().name();
    }
    if (Findings.has(alert, Rule.UNPLACED_STRIKE)) {
      return Rule.UNPLACED_STRIKE.name();
    }
    var lead = Findings.lead(alert);
    if (lead == Rule.REPEAT_STRIKE && !Findings.isLikely(alert, lead)) {
      return "MAYBE_REPEAT";
    }
    return lead == null ? "NOTHING" : lead.name();
  }
}
