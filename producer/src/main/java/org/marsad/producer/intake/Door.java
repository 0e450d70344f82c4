package org.marsad.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.ReportJson;

/**
 * What every route asks first: a known token, not too many requests, JSON of a bearable size.
 * Routes that share a door share its rate limit.
 */
public final class Door {
  /** Most bytes of a request's body. */
  public static final int MAX_BYTES = 1 << 20;

  /** Most entries in a request. */
  public static final int MAX_ENTRIES = 1000;

  private final SourceRegister register;
  private final RateLimit rateLimit;

  /**
   * A door.
   *
   * @param sources who may come in
   * @param ratePerMinute requests that each may make a minute, at least 1
   */
  public Door(List<KnownSource> sources, int ratePerMinute) {
    this(sources, ratePerMinute, System::nanoTime);
  }

  Door(List<KnownSource> sources, int ratePerMinute, LongSupplier nanoTime) {
    this.register = new SourceRegister(sources);
    this.rateLimit = new RateLimit(ratePerMinute, nanoTime);
  }

  /**
   * Answers a request: one entry or a list of them goes to {@code take}, with who brings it.
   *
   * @param what an entry is called
   */
  void answer(Context request, String what, BiFunction<JsonNode, KnownSource, Answer> take)
      throws IOException {
    admit(request, what, take).send(request);
  }

  private Answer admit(Context request, String what, BiFunction<JsonNode, KnownSource, Answer> take)
      throws IOException {
    var known = register.authenticate(request.header("Authorization"));
    if (known.isEmpty()) {
      return Answer.unauthorized();
    }
    var source = known.get();
    var wait = rateLimit.take(source.name());
    if (wait.isPresent()) {
      return Answer.tooMany(wholeSeconds(wait.get()));
    }
    if (!isJson(request.header("Content-Type"))) {
      return Answer.notJson();
    }
    var body = request.bodyInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return Answer.tooLarge(MAX_BYTES);
    }
    var text = new String(body, StandardCharsets.UTF_8);
    JsonNode said;
    try {
      said = ReportJson.parse(text);
    } catch (JsonProcessingException e) {
      return unusable(text, "a %s, or a list of them, in JSON".formatted(what));
    }
    if (said.isArray() && (said.isEmpty() || said.size() > MAX_ENTRIES)) {
      return unusable(said.size() + " entries", "1 to " + MAX_ENTRIES);
    }
    return take.apply(
        said.isArray() ? said : JsonNodeFactory.instance.arrayNode().add(said), source);
  }

  /**
   * Reads every entry, and publishes them where none has a fault.
   *
   * @param read notes faults, and then gives null
   */
  static <M> Answer each(
      JsonNode list,
      BiFunction<JsonNode, List<FieldError>, @Nullable M> read,
      Function<List<M>, Answer> publish) {
    var messages = new ArrayList<M>();
    var faults = new ArrayList<Answer.Fault>();
    for (var i = 0; i < list.size(); i++) {
      var errors = new ArrayList<FieldError>();
      var entry = list.get(i);
      var message = entry.isObject() ? read.apply(entry, errors) : null;
      if (!entry.isObject()) {
        errors.add(new FieldError("json", entry.toString(), "one JSON object"));
      }
      if (message != null) {
        messages.add(message);
      }
      for (var error : errors) {
        faults.add(new Answer.Fault(i, error));
      }
    }
    return faults.isEmpty() ? publish.apply(messages) : Answer.unusable(faults);
  }

  private static Answer unusable(String value, String expected) {
    return Answer.unusable(List.of(new Answer.Fault(0, new FieldError("body", value, expected))));
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json");
  }

  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
