package org.marsad.consumer.fanout.replies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a route for programs asks first: a known token, not too many requests, JSON of a bearable
 * size.
 */
final class JsonDoor {
  /** Most bytes of a request's body. */
  static final int MAX_BYTES = 16 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Function<String, Optional<String>> callers;
  private final RequestRate rate;

  /**
   * @param callers who has a token of this SHA-256
   */
  JsonDoor(Function<String, Optional<String>> callers, RequestRate rate) {
    this.callers = callers;
    this.rate = rate;
  }

  /**
   * Answers a request.
   *
   * @param take is given a JSON object and who brings it
   */
  void answer(Context request, BiFunction<JsonNode, String, Response> take) throws IOException {
    admit(request, take).send(request);
  }

  private Response admit(Context request, BiFunction<JsonNode, String, Response> take)
      throws IOException {
    var caller = Tokens.hash(request.header("Authorization")).flatMap(callers);
    if (caller.isEmpty()) {
      return Response.unauthorized();
    }
    var wait = rate.take(caller.get());
    if (wait.isPresent()) {
      return Response.tooMany(wait.get());
    }
    if (!isJson(request.header("Content-Type"))) {
      return Response.notJson();
    }
    var body = request.bodyInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return Response.tooLarge(MAX_BYTES);
    }
    try {
      var said = JSON.readTree(body);
      if (said != null && said.isObject()) {
        return take.apply(said, caller.get());
      }
    } catch (JsonProcessingException notJson) {
      // told below, with what was expected
    }
    return Response.unusable(
        List.of(new Response.Fault("body", "unusable", "one JSON object, each key once")));
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }
}
