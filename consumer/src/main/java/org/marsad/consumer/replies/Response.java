package org.marsad.consumer.replies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a route for programs answers.
 *
 * @param status HTTP status
 * @param headers besides the usual ones
 * @param body JSON
 */
record Response(int status, Map<String, String> headers, JsonNode body) {
  /** Something in the body that cannot be used. */
  record Fault(String field, String value, String expected) {}

  static Response accepted(JsonNode body) {
    return new Response(202, Map.of(), body);
  }

  static Response unauthorized() {
    return expected(401, Map.of("WWW-Authenticate", "Bearer realm=\"marsad\""), "a known token");
  }

  static Response tooLarge(int maxBytes) {
    return expected(413, Map.of(), "a body of at most " + maxBytes + " bytes");
  }

  static Response notJson() {
    return expected(415, Map.of(), "Content-Type: application/json");
  }

  static Response tooMany(Duration wait) {
    var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return expected(429, Map.of("Retry-After", Long.toString(seconds)), "fewer requests a minute");
  }

  static Response tooManyAtOnce(int most) {
    return expected(429, Map.of("Retry-After", "1"), "at most " + most + " requests at once");
  }

  /** The connection ends: what is left of the body would be taken for the next request. */
  static Response tooSlow(Duration within) {
    return expected(
        408,
        Map.of("Connection", "close"),
        "the whole body within " + within.toSeconds() + " seconds");
  }

  /** A fault of ours, or a sender that hung up. */
  static Response failed() {
    return expected(500, Map.of(), "no fault of ours: try again");
  }

  static Response notRecorded() {
    return expected(503, Map.of("Retry-After", "5"), "a broker that answers: try again");
  }

  static Response unusable(List<Fault> faults) {
    var body = JsonNodeFactory.instance.objectNode();
    var errors = body.putArray("errors");
    for (var fault : faults) {
      errors
          .addObject()
          .put("field", fault.field())
          .put("value", fault.value())
          .put("expected", fault.expected());
    }
    return new Response(422, Map.of(), body);
  }

  void send(Context context) {
    headers.forEach(context::header);
    context
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .status(status)
        .contentType("application/json")
        .result(body.toString());
  }

  private static Response expected(int status, Map<String, String> headers, String expected) {
    return new Response(
        status, headers, JsonNodeFactory.instance.objectNode().put("expected", expected));
  }
}
