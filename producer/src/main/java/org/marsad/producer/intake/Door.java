package org.marsad.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.ReportJson;
import org.marsad.schemas.http.AtOnce;
import org.marsad.schemas.http.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every route asks first: a known token, not too many requests, JSON of a bearable size that
 * comes in time. Routes that share a door share its limits.
 */
public final class Door {
  /** Most bytes of a request's body. */
  public static final int MAX_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final String ALL = "";

  private final SourceDirectory sources;
  private final Limits limits;
  private final RateLimit ofEach;
  private final RateLimit inAll;
  private final AtOnce atOnce = new AtOnce(AtOnce.A_FEW);
  private final Duration bodyWithin;
  private final Supplier<Optional<String>> closed;

  /**
   * A door.
   *
   * @param sources who may come in
   */
  public Door(SourceDirectory sources, Limits limits) {
    this(sources, limits, Optional::empty);
  }

  /**
   * A door that can be closed to what is new. Answers to alerts, signs of life and words of
   * hospitals still come in: they are small, and silence would be taken for something else.
   *
   * @param closed why nothing new is taken now; empty: it is. Asked at each request
   */
  public Door(SourceDirectory sources, Limits limits, Supplier<Optional<String>> closed) {
    this(sources, limits, closed, RequestBody.WITHIN, System::nanoTime);
  }

  Door(SourceDirectory sources, Limits limits, Duration bodyWithin, LongSupplier nanoTime) {
    this(sources, limits, Optional::empty, bodyWithin, nanoTime);
  }

  private Door(
      SourceDirectory sources,
      Limits limits,
      Supplier<Optional<String>> closed,
      Duration bodyWithin,
      LongSupplier nanoTime) {
    this.sources = sources;
    this.limits = limits;
    this.closed = closed;
    this.ofEach = new RateLimit(limits.perSourceAMinute(), nanoTime);
    this.inAll = new RateLimit(limits.inAllAMinute(), nanoTime);
    this.bodyWithin = bodyWithin;
  }

  /** Whether a name is that of a source with a token of its own. */
  boolean isListed(String name) {
    return sources.current().isListed(name);
  }

  /**
   * Answers a request: one entry or a list of them goes to {@code take}, with who brings it.
   *
   * @param what an entry is called
   */
  void answer(Context request, String what, BiFunction<JsonNode, KnownSource, Answer> take) {
    admit(request, Door::isJson, (body, source) -> read(body, what, take, source));
  }

  /** The same, unless the door is closed: then all that is new waits outside. */
  void answerWhenOpen(
      Context request, String what, BiFunction<JsonNode, KnownSource, Answer> take) {
    admit(request, Door::isJson, this::closed, (body, source) -> read(body, what, take, source));
  }

  /** The answer to what is new while the door is closed; empty: it is open. */
  Optional<Answer> closed() {
    return closed.get().map(Answer::closed);
  }

  /**
   * Answers a request: its body goes to {@code take}, with who brings it.
   *
   * @param isReadable whether a body of this type can be read
   */
  void admit(
      Context request,
      Predicate<@Nullable String> isReadable,
      BiFunction<byte[], KnownSource, Answer> take) {
    admit(request, isReadable, Optional::empty, take);
  }

  private void admit(
      Context request,
      Predicate<@Nullable String> isReadable,
      Supplier<Optional<Answer>> shut,
      BiFunction<byte[], KnownSource, Answer> take) {
    var known = sources.current().authenticate(request.header("Authorization"));
    if (known.isEmpty()) {
      Answer.unauthorized().send(request);
      return;
    }
    var source = known.get();
    var refused =
        shut.get()
            .or(
                () ->
                    refusalBeforeReading(source, isReadable.test(request.header("Content-Type"))));
    if (refused.isPresent()) {
      refused.get().send(request);
      return;
    }
    request.future(
        () ->
            RequestBody.of(request.req(), MAX_BYTES, bodyWithin)
                .thenApply(
                    body ->
                        body.length > MAX_BYTES
                            ? Answer.tooLarge(MAX_BYTES)
                            : take.apply(body, source))
                .exceptionally(this::notRead)
                .whenComplete((answer, failure) -> atOnce.leave(source.name()))
                .thenAccept(answer -> answer.send(request)));
  }

  /** Why not even the body is read; where there is no reason, a request has begun. */
  private Optional<Answer> refusalBeforeReading(KnownSource source, boolean readable) {
    var wait = take(source, 1);
    if (wait.isPresent()) {
      return wait;
    }
    if (!readable) {
      return Optional.of(Answer.notJson());
    }
    return atOnce.enter(source.name())
        ? Optional.empty()
        : Optional.of(Answer.tooManyAtOnce(AtOnce.A_FEW));
  }

  /** The source that a telephone number belongs to. */
  Optional<KnownSource> byNumber(String number) {
    return sources.current().byNumber(number);
  }

  /** Counts entries; the answer where there are too many. */
  Optional<Answer> take(KnownSource source, int entries) {
    return ofEach
        .take(source.name(), entries)
        .or(() -> inAll.take(ALL, entries))
        .map(wait -> Answer.tooMany(wholeSeconds(wait)));
  }

  private Answer read(
      byte[] body, String what, BiFunction<JsonNode, KnownSource, Answer> take, KnownSource from) {
    var text = new String(body, StandardCharsets.UTF_8);
    JsonNode said;
    try {
      said = ReportJson.parse(text);
    } catch (JsonProcessingException e) {
      return unusable(text, "a %s, or a list of them, in JSON".formatted(what));
    }
    if (!said.isArray()) {
      return take.apply(JsonNodeFactory.instance.arrayNode().add(said), from);
    }
    if (said.isEmpty() || said.size() > limits.longestList()) {
      return unusable(said.size() + " entries", "1 to " + limits.longestList());
    }
    return take(from, said.size() - 1).orElseGet(() -> take.apply(said, from));
  }

  private Answer notRead(Throwable failure) {
    if (RequestBody.tookTooLong(failure)) {
      return Answer.tooSlow(bodyWithin);
    }
    LOG.warn("a request could not be answered", failure);
    return Answer.failed();
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

  static boolean isJson(@Nullable String contentType) {
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
