package org.marsad.consumer.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code /health/live} and {@code /health/ready}: whether the service can be used, and what is
 * wrong with it. Anybody may ask, so no answer names a user, a subscriber or a site.
 */
public final class Health implements Consumer<JavalinConfig> {
  private final List<Supplier<Optional<String>>> obstacles = new ArrayList<>();
  private final List<Supplier<Optional<String>>> warnings = new ArrayList<>();

  /**
   * Adds something without which the service cannot be used.
   *
   * @param reason why not; empty: it is fine
   */
  public Health needs(Supplier<Optional<String>> reason) {
    obstacles.add(reason);
    return this;
  }

  /**
   * Adds something that a person should mend while the service goes on.
   *
   * @param reason what; empty: it is fine
   */
  public Health warnsOf(Supplier<Optional<String>> reason) {
    warnings.add(reason);
    return this;
  }

  @Override
  public void accept(JavalinConfig config) {
    config
        .routes
        .get("/health/live", ctx -> ctx.contentType("application/json").result("{}"))
        .get("/health/ready", this::ready);
  }

  /** {@code {"ready", "reasons", "warnings"}}. */
  public ObjectNode json() {
    var reasons = said(obstacles);
    var json = JsonNodeFactory.instance.objectNode().put("ready", reasons.isEmpty());
    var list = json.putArray("reasons");
    reasons.forEach(list::add);
    var warned = json.putArray("warnings");
    said(warnings).forEach(warned::add);
    return json;
  }

  private void ready(Context ctx) {
    var json = json();
    ctx.contentType("application/json")
        .header("Cache-Control", "no-store")
        .status(json.path("ready").asBoolean() ? 200 : 503)
        .result(json.toString());
  }

  private static List<String> said(List<Supplier<Optional<String>>> askers) {
    return askers.stream().flatMap(asker -> asker.get().stream()).toList();
  }
}
