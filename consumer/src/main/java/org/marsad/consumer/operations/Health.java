package org.marsad.consumer.operations;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marsad.schemas.launch.Readiness;
import org.marsad.schemas.launch.Warning;

/**
 * {@code /health/live} and {@code /health/ready}: whether the service can be used, and what is
 * wrong with it. Anybody may ask, so no answer names a user, a subscriber or a site.
 */
public final class Health implements Consumer<JavalinConfig> {
  private final List<Supplier<Optional<String>>> obstacles = new CopyOnWriteArrayList<>();
  private final List<Supplier<Optional<Warning>>> warnings = new CopyOnWriteArrayList<>();

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
   * @param warning what; empty: it is fine
   */
  public Health warnsOf(Supplier<Optional<Warning>> warning) {
    warnings.add(warning);
    return this;
  }

  @Override
  public void accept(JavalinConfig config) {
    config
        .routes
        .get("/health/live", ctx -> ctx.contentType("application/json").result("{}"))
        .get("/health/ready", this::ready);
  }

  /** Whether the service is ready, now. */
  public Readiness now() {
    return new Readiness(
        obstacles.stream()
            .flatMap(obstacle -> obstacle.get().stream())
            .reduce((one, other) -> one + "; " + other),
        warnings.stream().flatMap(warning -> warning.get().stream()).toList());
  }

  private void ready(Context ctx) {
    var readiness = now();
    ctx.contentType("application/json")
        .header("Cache-Control", "no-store")
        .status(readiness.status())
        .result(readiness.json());
  }
}
