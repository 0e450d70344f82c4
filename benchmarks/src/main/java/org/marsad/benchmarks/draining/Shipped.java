package org.marsad.benchmarks.draining;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.settings.Rules;

/** The processor as it is shipped; only the commit interval may be another. */
public final class Shipped implements Drained {
  private final ProcessorApp app;

  /** Not started yet. */
  public Shipped(DrainPlan plan) {
    app =
        new ProcessorApp(
            Map.of(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                plan.bootstrapServers(),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                plan.commitMillis()),
            plan.group(),
            "1",
            plan.folder(),
            plan.topics(),
            Rules.DEFAULTS);
  }

  /**
   * Drains a backlog.
   *
   * @param arguments a {@link DrainPlan}
   */
  public static void main(String[] arguments) {
    Draining.run(arguments, Shipped::new);
  }

  @Override
  public void start() {
    app.start();
  }

  @Override
  public boolean isRunning() {
    return app.isRunning();
  }

  @Override
  public void close() {
    app.close();
  }
}
