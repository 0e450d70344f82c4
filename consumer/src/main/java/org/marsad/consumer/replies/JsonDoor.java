package org.marsad.consumer.replies;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.http.AtOnce;
import org.marsad.schemas.http.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a route for programs asks first: a known token, not too many requests, JSON of a bearable
 * size that comes in time.
 */
final class JsonDoor {
  private static final Logger LOG = LoggerFactory.getLogger(JsonDoor.class);

  /** Most bytes of a request's body. */
  static final int MAX_BYTES = 16 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Function<String, Optional<String>> callers;
  private final RequestRate rate;
  private final Duration bodyWithin;
  private final AtOnce atOnce = new AtOnce(AtOnce.A_FEW);

  /**
   * @param callers who has a token of this SHA-256
   */
  JsonDoor(Function<String, Optional<String>> callers, RequestRate rate) {
    this(callers, rate, RequestBody.WITHIN);
  }

  JsonDoor(Function<String, Optional<String>> callers, RequestRate rate, Duration bodyWithin) {
    this.callers = callers;
    this.rate = rate;
    this.bodyWithin = bodyWithin;
  }

  /**
   * Answers a request.
   *
   * @param take is given a JSON object and who brings it
   */
  void answer(Context request, BiFunction<JsonNode, String, Response> take) {
    var caller = Tokens.hash(request.header("Authorization")).flatMap(callers).orElse(null);
    if (caller == null) {
      Response.unauthorized().send(request);
      return;
    }
    var refused = refusalBeforeReading(request, caller);
    if (refused.isPresent()) {
      refused.get().send(request);
      return;
    }
    request.future(
        () ->
            RequestBody.of(request.req(), MAX_BYTES, bodyWithin)
                .thenApply(body -> read(body, caller, take))
                .exceptionally(this::notRead)
                .whenComplete((response, failure) -> atOnce.leave(caller))
                .thenAccept(response -> response.send(request)));
  }

  /** Why not even the body is read; where there is no reason, a request has begun. */
  private Optional<Response> refusalBeforeReading(Context request, String caller) {
    var wait = rate.take(caller);
    if (wait.isPresent()) {
      return wait.map(Response::tooMany);
    }
    if (!isJson(request.header("Content-Type"))) {
      return Optional.of(Response.notJson());
    }
    return atOnce.enter(caller)
        ? Optional.empty()
        : Optional.of(Response.tooManyAtOnce(AtOnce.A_FEW));
  }

  private static Response read(
      byte[] body, String caller, BiFunction<JsonNode, String, Response> take) {
    if (body.length > MAX_BYTES) {
      return Response.tooLarge(MAX_BYTES);
    }
    try {
      var said = JSON.readTree(body);
      if (said != null && said.isObject()) {
        return take.apply(said, caller);
      }
    } catch (IOException notJson) {
      // told below, with what was expected
    }
    return Response.unusable(
        List.of(new Response.Fault("body", "unusable", "one JSON object, each key once")));
  }

  private Response notRead(Throwable failure) {
    if (RequestBody.tookTooLong(failure)) {
      return Response.tooSlow(bodyWithin);
    }
    LOG.warn("a request could not be answered", failure);
    return Response.failed();
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }
}
