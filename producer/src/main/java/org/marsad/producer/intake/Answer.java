package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.report.FieldError;

/**
 * What the intake answers.
 *
 * @param status HTTP status
 * @param headers besides the usual ones
 * @param contentType of the body
 * @param body as text
 */
record Answer(int status, Map<String, String> headers, String contentType, String body) {
  Answer(int status, Map<String, String> headers, JsonNode body) {
    this(status, headers, "application/json", body.toString());
  }

  /** A fault of one of the reports. */
  record Fault(int index, FieldError error) {}

  static Answer unauthorized() {
    return error(401, Map.of("WWW-Authenticate", "Bearer realm=\"marsad\""), "a known token");
  }

  static Answer tooLarge(int maxBytes) {
    return error(413, Map.of(), "a body of at most " + maxBytes + " bytes");
  }

  static Answer notJson() {
    return error(415, Map.of(), "Content-Type: application/json");
  }

  static Answer tooMany(long seconds) {
    return error(429, Map.of("Retry-After", Long.toString(seconds)), "fewer reports a minute");
  }

  static Answer tooManyAtOnce(int most) {
    return error(429, Map.of("Retry-After", "1"), "at most " + most + " requests at once");
  }

  /** The connection ends: what is left of the body would be taken for the next request. */
  static Answer tooSlow(Duration within) {
    return error(
        408,
        Map.of("Connection", "close"),
        "the whole body within " + within.toSeconds() + " seconds");
  }

  static Answer forbidden() {
    return error(403, Map.of(), "the operator's token: operator: true in the file of sources");
  }

  static Answer notAGateway() {
    return error(403, Map.of(), "an SMS gateway's token: sms-gateway in the file of sources");
  }

  /** Nothing is taken for now; {@code reason} says why. */
  static Answer closed(String reason) {
    return new Answer(
        503,
        Map.of("Retry-After", "30"),
        JsonNodeFactory.instance.objectNode().put("reason", reason));
  }

  /** A fault of ours, or a sender that hung up. */
  static Answer failed() {
    return error(500, Map.of(), "no fault of ours: try again");
  }

  static Answer accepted(JsonNode entries) {
    return new Answer(202, Map.of(), entries);
  }

  /**
   * Waits until the fate of all is known: 202 where all are safe. Else 503, and those that stand as
   * published or spooled are safe.
   *
   * @param entries what they are known by, and what their sender should know besides
   * @param underWay their fates, which never fail and are bounded by the publisher's time-out
   */
  static Answer ofFates(List<ObjectNode> entries, List<CompletableFuture<Fate>> underWay) {
    var list = JsonNodeFactory.instance.arrayNode();
    var isSafe = true;
    for (var i = 0; i < entries.size(); i++) {
      var fate = underWay.get(i).join();
      var entry = entries.get(i);
      list.add(entry);
      if (fate instanceof Fate.Refused refused) {
        entry.put("status", "refused").put("reason", refused.reason());
        isSafe = false;
      } else {
        entry.put("status", fate instanceof Fate.Spooled ? "spooled" : "published");
      }
    }
    return ofEach(list, !isSafe);
  }

  /** An entry for each; with 503 where the broker did not take one. */
  static Answer ofEach(JsonNode entries, boolean isAway) {
    return isAway ? new Answer(503, Map.of("Retry-After", "5"), entries) : accepted(entries);
  }

  /** It is not in the form of a request, so that nothing of it can be read. */
  static Answer malformed(List<Fault> faults) {
    return ofFaults(400, faults);
  }

  static Answer unusable(List<Fault> faults) {
    return ofFaults(422, faults);
  }

  private static Answer ofFaults(int status, List<Fault> faults) {
    var body = JsonNodeFactory.instance.objectNode();
    var errors = body.putArray("errors");
    for (var fault : faults) {
      errors
          .addObject()
          .put("index", fault.index())
          .put("field", fault.error().field())
          .put("value", fault.error().value())
          .put("expected", fault.error().expected());
    }
    return new Answer(status, Map.of(), body);
  }

  /** What the sender of an SMS is to read, for a gateway that sends an answer's text back. */
  static Answer text(int status, String reply) {
    return new Answer(status, Map.of(), "text/plain; charset=utf-8", reply);
  }

  void send(Context context) {
    headers.forEach(context::header);
    context.status(status).contentType(contentType).result(body);
  }

  private static Answer error(int status, Map<String, String> headers, String expected) {
    return new Answer(
        status, headers, JsonNodeFactory.instance.objectNode().put("expected", expected));
  }
}
