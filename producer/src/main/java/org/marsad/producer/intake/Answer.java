package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.marsad.producer.report.FieldError;

/**
 * What the intake answers.
 *
 * @param status HTTP status
 * @param headers besides the usual ones
 * @param body JSON
 */
record Answer(int status, Map<String, String> headers, JsonNode body) {
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
    return error(429, Map.of("Retry-After", Long.toString(seconds)), "fewer requests a minute");
  }

  static Answer accepted(JsonNode reports) {
    return new Answer(202, Map.of(), reports);
  }

  /** Neither the log nor the spool took all; those that stand as published or spooled are safe. */
  static Answer unavailable(JsonNode reports) {
    return new Answer(503, Map.of("Retry-After", "5"), reports);
  }

  static Answer unusable(List<Fault> faults) {
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
    return new Answer(422, Map.of(), body);
  }

  void send(Context context) {
    headers.forEach(context::header);
    context.status(status).contentType("application/json").result(body.toString());
  }

  private static Answer error(int status, Map<String, String> headers, String expected) {
    return new Answer(
        status, headers, JsonNodeFactory.instance.objectNode().put("expected", expected));
  }
}
