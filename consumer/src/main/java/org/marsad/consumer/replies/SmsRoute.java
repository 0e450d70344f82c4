package org.marsad.consumer.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.marsad.schemas.sms.AlertReplies;

/**
 * {@code POST /api/sms-replies}: an intake in another process hands on an SMS that holds a code,
 * and is told what its sender should read. Gateways do not know this address.
 */
final class SmsRoute implements Consumer<JavalinConfig> {
  static final String PATH = "/api/sms-replies";

  private static final Pattern NUMBER = Pattern.compile("[^\\p{Cc}]{1,40}");
  private static final Pattern TEXT = Pattern.compile("(?s).{1,2000}");

  private final JsonDoor door;
  private final AlertReplies replies;

  SmsRoute(JsonDoor door, AlertReplies replies) {
    this.door = door;
    this.replies = replies;
  }

  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answer(request, (said, intake) -> take(said)));
  }

  private Response take(JsonNode said) {
    var fields = new ReplyFields(said);
    var from = fields.required("from", NUMBER, "the sender's number");
    var text = fields.required("text", TEXT, "the message, at most 2,000 characters");
    var faults = fields.faults();
    if (!faults.isEmpty()) {
      return Response.unusable(faults);
    }
    var reply = replies.take(from, text);
    return new Response(
        200,
        Map.of(),
        JsonNodeFactory.instance
            .objectNode()
            .put("outcome", reply.outcome().name())
            .put("text", reply.text()));
  }
}
