package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.Caller;
import org.marsad.schemas.http.RequestBody;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All routes of the API, and what is checked before one of them answers: under which name it is
 * asked, who asks, whether another site made the browser ask, the role, and what is said.
 */
public final class RouteTable implements Consumer<JavalinConfig> {
  /** The root of the API. */
  public static final String ROOT = "/api/v1";

  /** Most bytes of a body. */
  static final int MOST_BYTES = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(RouteTable.class);
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<Route> routes;
  private final Authenticator authenticator;
  private final HostNames names;
  private final Workers workers;
  private final Duration bodyWithin;

  /**
   * @param workers answer the routes that wait; their owner closes them
   */
  public RouteTable(
      List<Route> routes, Authenticator authenticator, HostNames names, Workers workers) {
    this(routes, authenticator, names, workers, RequestBody.WITHIN);
  }

  RouteTable(
      List<Route> routes,
      Authenticator authenticator,
      HostNames names,
      Workers workers,
      Duration bodyWithin) {
    this.routes = List.copyOf(routes);
    this.authenticator = authenticator;
    this.names = names;
    this.workers = workers;
    this.bodyWithin = bodyWithin;
  }

  @Override
  public void accept(JavalinConfig config) {
    for (var route : routes) {
      config.routes.addHttpHandler(route.method(), ROOT + route.path(), ctx -> answer(ctx, route));
    }
    byPath()
        .forEach(
            (path, methods) ->
                METHODS.stream()
                    .filter(method -> !methods.contains(method))
                    .forEach(
                        method ->
                            config.routes.addHttpHandler(
                                method, ROOT + path, ctx -> notThisWay(ctx, methods))));
    for (var method : METHODS) {
      config.routes.addHttpHandler(
          method, ROOT + "/<rest>", ctx -> send(ctx, Problem.unknown("path", ctx.path()).reply()));
    }
  }

  private Map<String, List<HandlerType>> byPath() {
    return routes.stream()
        .collect(
            Collectors.groupingBy(
                Route::path,
                LinkedHashMap::new,
                Collectors.mapping(Route::method, Collectors.toList())));
  }

  private static void notThisWay(Context ctx, List<HandlerType> methods) {
    var allowed = new TreeSet<>(methods.stream().map(HandlerType::name).toList());
    send(
        ctx,
        Problem.of(405, "method: %s (expected: one of %s)".formatted(ctx.method().name(), allowed))
            .reply()
            .with("Allow", String.join(", ", allowed)));
  }

  /** What goes wrong is answered here: other routes of the same server have ways of their own. */
  private void answer(Context ctx, Route route) {
    try {
      take(ctx, route);
    } catch (RuntimeException e) {
      send(ctx, failure(e, ctx).reply());
    }
  }

  /** Which method it is says its first line alone: proxies judge by that. */
  private static boolean isOverridden(Context ctx) {
    return ctx.header("X-HTTP-Method-Override") != null;
  }

  private void take(Context ctx, Route route) {
    if (isOverridden(ctx)) {
      send(ctx, Problem.of(400, "X-HTTP-Method-Override (expected: no such header)").reply());
      return;
    }
    var shown = authenticator.shown(ctx);
    var caller = authenticator.caller(shown).orElse(null);
    var asking =
        new Request.Asking(caller, authenticator.address(shown), () -> authenticator.caller(shown));
    var refusal = refusal(ctx, route, caller);
    if (refusal != null) {
      send(ctx, refusal);
      return;
    }
    var query = Values.check(route.query(), query(ctx, route));
    if (route.isAct()) {
      ctx.future(
          () ->
              RequestBody.of(ctx.req(), MOST_BYTES, bodyWithin)
                  .thenCompose(
                      body -> later(ctx, route, asking, query, () -> body(ctx, route, body)))
                  .exceptionally(e -> failed(ctx, e)));
    } else if (route.waits()) {
      ctx.future(
          () ->
              CompletableFuture.completedFuture(query)
                  .thenCompose(said -> later(ctx, route, asking, said, Map::of))
                  .exceptionally(e -> failed(ctx, e)));
    } else {
      answer(ctx, route, asking, query, Map.of());
    }
  }

  private static @Nullable Void failed(Context ctx, Throwable e) {
    var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    send(ctx, failure(cause, ctx).reply());
    return null;
  }

  private @Nullable Reply refusal(Context ctx, Route route, @Nullable Caller caller) {
    if (!names.include(ctx.header("Host"))) {
      return Problem.of(403, HostNames.UNKNOWN).reply();
    }
    if (route.isAct()
        && (caller == null || caller.means().isSentAlong())
        && Forgery.isPossible(ctx)) {
      return Problem.of(403, Forgery.HEADER + ": absent, or of another site (expected: 1)").reply();
    }
    var user = caller == null ? null : caller.user();
    if (route.access().admits(user)) {
      return null;
    }
    return user == null
        ? Problem.of(401, "Nobody is signed in.")
            .reply()
            .with("WWW-Authenticate", "Bearer realm=\"Marsad\"")
        : Problem.of(403, "role: %s (expected: %s)".formatted(user.role(), route.access().words()))
            .reply();
  }

  /** On the workers' threads: a broker that is away must not take all threads of the server. */
  private CompletableFuture<Void> later(
      Context ctx,
      Route route,
      Request.Asking asking,
      Values query,
      Supplier<Map<String, JsonNode>> body) {
    return CompletableFuture.runAsync(
        () -> answer(ctx, route, asking, query, body.get()),
        answer -> workers.run(route.pace(), answer));
  }

  private void answer(
      Context ctx, Route route, Request.Asking asking, Values query, Map<String, JsonNode> body) {
    try {
      var said = Values.check(route.body(), body);
      var reply = route.handler().answer(new Request(ctx, asking, query, said));
      if (!reply.isStreamed()) {
        send(ctx, reply);
      }
    } catch (IOException e) {
      send(ctx, failure(e, ctx).reply());
    }
  }

  private static Map<String, JsonNode> query(Context ctx, Route route) {
    var said = new LinkedHashMap<String, JsonNode>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              var value = values.get(values.size() - 1);
              if (!value.isEmpty()) {
                said.put(
                    name,
                    route.query().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .map(field -> field.fromQuery(value))
                        .orElseGet(() -> JSON.getNodeFactory().textNode(value)));
              }
            });
    return said;
  }

  private static Map<String, JsonNode> body(Context ctx, Route route, byte[] body) {
    if (body.length > MOST_BYTES) {
      throw Problem.of(413, "body: too large (expected: at most " + MOST_BYTES + " bytes)")
          .exception();
    }
    if (body.length == 0 && route.body().stream().noneMatch(Field::isRequired)) {
      return Map.of();
    }
    var type = ctx.contentType();
    if (type == null || !isJson(type)) {
      throw Problem.of(415, "Content-Type: " + type + " (expected: application/json)").exception();
    }
    try {
      var said = JSON.readTree(body);
      if (said != null && said.isObject()) {
        return said.properties().stream()
            .collect(
                LinkedHashMap::new,
                (map, entry) -> map.put(entry.getKey(), entry.getValue()),
                Map::putAll);
      }
    } catch (IOException notJson) {
      // said below, with what was expected
    }
    throw Problem.of(400, "body: unusable (expected: one JSON object, each key once)").exception();
  }

  private static boolean isJson(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private static Problem failure(Throwable e, Context ctx) {
    if (e instanceof ProblemException known) {
      return known.problem();
    }
    if (e instanceof SettingsException refused) {
      return Problem.unusable(refused.faults());
    }
    if (e instanceof RejectedExecutionException) {
      return Problem.of(503, "Too much is being done at once: try again.");
    }
    if (RequestBody.tookTooLong(e)) {
      ctx.header("Connection", "close"); // what is left of the body is no request
      return Problem.of(408, "body: too slow (expected: all of it within 20 seconds)");
    }
    if (e instanceof IOException || e instanceof KafkaException) {
      LOG.warn("a request was not done path={} error={}", ctx.path(), e.toString());
      return Problem.of(503, String.valueOf(e.getMessage()));
    }
    LOG.error("a request failed path={}", ctx.path(), e);
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "A fault of ours: it is in the log.");
  }

  /** What every answer says: it is for its reader alone, and no page. */
  private static void send(Context ctx, Reply reply) {
    ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("Vary", "Cookie, Authorization");
    reply.send(ctx);
  }

  /** The routes, in the order of the description. */
  public List<Route> routes() {
    return routes;
  }
}
