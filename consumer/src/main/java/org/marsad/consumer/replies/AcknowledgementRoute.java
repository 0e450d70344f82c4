package org.marsad.consumer.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * {@code POST /api/acknowledgements}: a subscriber's own program answers for one of its teams. It
 * may answer before we have recorded that it was told, so it need not have been.
 */
final class AcknowledgementRoute implements Consumer<JavalinConfig> {
  static final String PATH = "/api/acknowledgements";

  private static final String CHANNEL = "api";
  private static final Pattern ALERT_ID = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}]{1,300}");
  private static final Pattern TEAM =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,63}");

  private final JsonDoor door;
  private final Recorder recorder;

  AcknowledgementRoute(JsonDoor door, Recorder recorder) {
    this.door = door;
    this.recorder = recorder;
  }

  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answer(request, this::take));
  }

  private Response take(JsonNode said, String subscriber) {
    var fields = new ReplyFields(said);
    var alertId = fields.required("alertId", ALERT_ID, "an alert's id, at most 300 characters");
    var revision = fields.count("revision");
    var intent = fields.intent("intent");
    var team = fields.optional("team", TEAM, "1 to 64 letters, digits, spaces, '.', '_', '-'");
    var faults = fields.faults();
    if (!faults.isEmpty()) {
      return Response.unusable(faults);
    }
    var answer =
        new Reply(alertId, revision, subscriber, team == null ? subscriber : team, intent, CHANNEL);
    return recorder.record(answer)
        ? Response.accepted(
            JsonNodeFactory.instance
                .objectNode()
                .put("alertId", alertId)
                .put("subscriber", subscriber)
                .put("team", answer.team())
                .put("intent", intent.name()))
        : Response.notRecorded();
  }
}
