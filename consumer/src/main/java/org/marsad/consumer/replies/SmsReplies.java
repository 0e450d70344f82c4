package org.marsad.consumer.replies;

import java.util.Locale;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Intent;
import org.marsad.schemas.sms.AlertReplies;
import org.marsad.schemas.sms.AlertReply;
import org.marsad.schemas.sms.AlertReply.Outcome;

/**
 * Takes answers to alerts by SMS. The code says which alert and which subscriber; the number says
 * which team, as a pseudonym, for phones change hands and a number is a person's. Who has no code
 * that is good learns nothing: an unknown code and one of an alert that is over are the same.
 */
final class SmsReplies implements AlertReplies {
  private static final String CHANNEL = "sms";

  private final OpenAlerts alerts;
  private final Senders senders;
  private final ReplyIntake.Directory subscribers;
  private final Recorder recorder;

  /**
   * @param subscribers their language is that of the reply
   */
  SmsReplies(
      OpenAlerts alerts, Senders senders, ReplyIntake.Directory subscribers, Recorder recorder) {
    this.alerts = alerts;
    this.senders = senders;
    this.subscribers = subscribers;
    this.recorder = recorder;
  }

  @Override
  public AlertReply take(String from, String text) {
    var words = SmsWords.ofSender(text);
    if (senders.take(from).isPresent()) {
      return new AlertReply(Outcome.TOO_MANY, words.again());
    }
    var sms = SmsText.of(text);
    var code = sms.code();
    if (code == null) {
      return withoutCode(from);
    }
    var told = alerts.byCode(code);
    if (told.size() != 1) {
      return new AlertReply(Outcome.UNKNOWN_CODE, words.unknownCode(code));
    }
    return take(told.get(0), sms, code, senders.pseudonym(from));
  }

  private AlertReply withoutCode(String from) {
    return subscribers
        .byNumber(from)
        .map(one -> new AlertReply(Outcome.NO_CODE, SmsWords.in(one.language()).noCode()))
        .orElseGet(() -> new AlertReply(Outcome.UNKNOWN_SENDER, ""));
  }

  private AlertReply take(Told told, SmsText sms, String code, String team) {
    var words =
        SmsWords.in(
            subscribers.byId(told.subscriber()).map(Subscriber::language).orElse(Locale.ENGLISH));
    if (sms.intent().isEmpty()) {
      return new AlertReply(Outcome.NOT_UNDERSTOOD, words.notUnderstood(code));
    }
    var intent = sms.intent().get();
    var reply =
        new Reply(told.alertId(), told.revision(), told.subscriber(), team, intent, CHANNEL);
    return recorder.record(reply)
        ? new AlertReply(Outcome.RECORDED, recorded(words, told, code, intent))
        : new AlertReply(Outcome.NOT_RECORDED, words.again());
  }

  private String recorded(SmsWords words, Told told, String code, Intent intent) {
    var recorded = words.recorded(code, intent);
    if (alerts.isTakenBack(told.alertId())) {
      return recorded + " " + words.takenBack();
    }
    return alerts.isMerged(told.alertId()) ? recorded + " " + words.merged() : recorded;
  }
}
