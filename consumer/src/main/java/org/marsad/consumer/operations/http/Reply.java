package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param type media type
 * @param body may be empty
 * @param headers besides those of every answer
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is; nobody compares two
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  /** JSON. */
  public static final String JSON = "application/json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  public Reply(int status, String type, byte[] body) {
    this(status, type, body, Map.of());
  }

  /** 200 with JSON. */
  public static Reply json(JsonNode body) {
    return json(200, body);
  }

  /** A status with JSON. */
  public static Reply json(int status, JsonNode body) {
    return new Reply(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** 204: done, and nothing to say. */
  public static Reply nothing() {
    return new Reply(204, "", new byte[0]);
  }

  /** The handler has taken the exchange over, and sends bit by bit. */
  public static Reply streamed() {
    return new Reply(0, "", new byte[0]);
  }

  /** Whether the handler sends by itself. */
  boolean isStreamed() {
    return status == 0;
  }

  /** The same with one header more. */
  public Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, more);
  }

  /** The same with another status. */
  public Reply withStatus(int other) {
    return new Reply(other, type, body, headers);
  }

  void send(Context ctx) {
    ctx.status(status);
    headers.forEach(ctx::header);
    if (!type.isEmpty()) {
      ctx.contentType(type);
    }
    if (body.length > 0) {
      ctx.result(body);
    }
  }
}
