package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /health/live}, and {@code /health/ready} with 503 and the reason while it is not. */
public final class HealthRoutes implements Consumer<JavalinConfig> {
  private final Supplier<Optional<String>> whyNotReady;

  /**
   * Routes.
   *
   * @param whyNotReady the reason, or nothing when it is ready
   */
  public HealthRoutes(Supplier<Optional<String>> whyNotReady) {
    this.whyNotReady = whyNotReady;
  }

  @Override
  public void accept(JavalinConfig config) {
    config.routes.get("/health/live", context -> answer(context, Optional.empty()));
    config.routes.get("/health/ready", context -> answer(context, whyNotReady.get()));
  }

  private static void answer(Context context, Optional<String> reason) {
    var body =
        JsonNodeFactory.instance.objectNode().put("status", reason.isEmpty() ? "ok" : "not ready");
    reason.ifPresent(why -> body.put("reason", why));
    context
        .status(reason.isEmpty() ? 200 : 503)
        .contentType("application/json")
        .result(body.toString());
  }
}
