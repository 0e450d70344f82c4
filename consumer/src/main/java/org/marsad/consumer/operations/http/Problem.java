package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Why a request is not answered, as RFC 9457 has it: the title is that of the status, the detail
 * says what is wrong here.
 *
 * @param status of HTTP
 * @param detail in a sentence
 * @param faults each {@code name: value (expected: …)}; empty where there is one reason
 */
public record Problem(int status, String detail, List<String> faults) {
  static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    faults = List.copyOf(faults);
  }

  /** A problem with one reason. */
  public static Problem of(int status, String detail) {
    return new Problem(status, detail, List.of());
  }

  /** What was said cannot be used. */
  public static Problem unusable(List<String> faults) {
    return new Problem(422, "The request cannot be used: " + String.join("; ", faults), faults);
  }

  /** There is no such thing, or the user may not know of it. */
  public static Problem unknown(String what, String id) {
    return of(404, what + ": " + id + " is unknown");
  }

  /** As an exception, for where a value is in the way. */
  public ProblemException exception() {
    return new ProblemException(this);
  }

  /** The answer. */
  public Reply reply() {
    var status = JsonNodeFactory.instance.objectNode();
    status
        .put("type", "about:blank")
        .put("title", HttpStatus.forStatus(this.status).getMessage())
        .put("status", this.status)
        .put("detail", detail);
    if (!faults.isEmpty()) {
      var list = status.putArray("faults");
      faults.forEach(list::add);
    }
    return new Reply(this.status, MEDIA_TYPE, bytes(status));
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
