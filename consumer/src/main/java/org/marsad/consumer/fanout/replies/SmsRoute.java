package org.marsad.consumer.fanout.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.marsad.consumer.text.PlainText;

/**
 * {@code POST /api/sms-replies}: the SMS gateway passes on what somebody answered. The code says
 * which alert and which subscriber; the number says which team, as a pseudonym, for phones change
 * hands and a number is a person's.
 */
final class SmsRoute implements Consumer<JavalinConfig> {
  static final String PATH = "/api/sms-replies";

  private static final String CHANNEL = "sms";
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9A-Za-z]{1,20}");
  private static final Pattern TEXT = Pattern.compile("(?s).{1,1000}");
  private static final int UNCERTAIN = 2;

  private final JsonDoor door;
  private final OpenAlerts alerts;
  private final Senders senders;
  private final Recorder recorder;

  SmsRoute(JsonDoor door, OpenAlerts alerts, Senders senders, Recorder recorder) {
    this.door = door;
    this.alerts = alerts;
    this.senders = senders;
    this.recorder = recorder;
  }

  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answer(request, (said, gateway) -> take(said)));
  }

  private Response take(JsonNode said) {
    var fields = new ReplyFields(said);
    var from = fields.required("from", NUMBER, "the sender's number");
    var text = fields.required("text", TEXT, "the message, at most 1,000 characters");
    var faults = fields.faults();
    if (!faults.isEmpty()) {
      return Response.unusable(faults);
    }
    var wait = senders.take(from);
    if (wait.isPresent()) {
      return Response.tooMany(wait.get());
    }
    var sms = SmsText.of(text);
    if (sms.code() == null) {
      return unusable("code", PlainText.of(text), "the code of an alert in the text");
    }
    var told = alerts.byCode(sms.code());
    if (told.isEmpty()) {
      return unusable("code", sms.code(), "the code of an alert that has not expired");
    }
    if (told.size() >= UNCERTAIN) {
      return unusable("code", sms.code(), "a code of one alert only; answer by another way");
    }
    if (sms.intent().isEmpty()) {
      return unusable(
          "text", PlainText.of(text), "the code and 1 seen, 2 en route, 3 prepared or 4 cannot");
    }
    return record(told.get(0), sms, from);
  }

  private Response record(Told told, SmsText sms, String from) {
    var intent = sms.intent().orElseThrow();
    var reply =
        new Reply(
            told.alertId(),
            told.revision(),
            told.subscriber(),
            senders.pseudonym(from),
            intent,
            CHANNEL);
    return recorder.record(reply)
        ? Response.accepted(
            JsonNodeFactory.instance
                .objectNode()
                .put("code", sms.code())
                .put("alertId", told.alertId())
                .put("intent", intent.name()))
        : Response.notRecorded();
  }

  private static Response unusable(String field, String value, String expected) {
    return Response.unusable(List.of(new Response.Fault(field, value, expected)));
  }
}
