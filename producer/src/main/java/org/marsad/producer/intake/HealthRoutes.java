package org.marsad.producer.intake;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marsad.schemas.launch.Readiness;

/** {@code /health/live}, and {@code /health/ready} with 503 and the reason while it is not. */
public final class HealthRoutes implements Consumer<JavalinConfig> {
  private static final Readiness LIVE = new Readiness(Optional.empty(), List.of());

  private final Supplier<Readiness> readiness;

  /**
   * Routes.
   *
   * @param readiness asked at each request
   */
  public HealthRoutes(Supplier<Readiness> readiness) {
    this.readiness = readiness;
  }

  @Override
  public void accept(JavalinConfig config) {
    config.routes.get("/health/live", context -> answer(context, LIVE));
    config.routes.get("/health/ready", context -> answer(context, readiness.get()));
  }

  private static void answer(Context context, Readiness readiness) {
    context.status(readiness.status()).contentType("application/json").result(readiness.json());
  }
}
