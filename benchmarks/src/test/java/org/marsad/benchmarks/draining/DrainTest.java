package org.marsad.benchmarks.draining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.benchmarks.measuring.ProcessTime;
import org.marsad.schemas.Topics;

final class DrainTest {
  /** 1,000 reports in 2 s on the clock and 3 s of CPU, 1 s of them the compilers'. */
  private final Drain drain =
      new Drain(
          1_000,
          2_000_000_000L,
          new ProcessTime(3_000_000_000L, 1_000_000_000L, 70),
          new Sent(4, 1_000),
          new Sent(8, 500));

  @Test
  void shouldSetTheCompilersApart() {
    assertThat(drain.cpuMicros()).isEqualTo(2_000);
    assertThat(drain.cpuSeconds()).isEqualTo(3);
    assertThat(drain.told())
        .isEqualTo("500 reports/s, 3.0 s of CPU, compilers 1.0 s of CPU, GC 0.1 s");
  }

  @Test
  void shouldReadWhatAnotherProcessWrote() {
    var plan = new DrainPlan("here:1", new Topics("run-"), 5, 2, 20, Path.of("state"));
    assertThat(DrainPlan.of(plan.arguments().toArray(String[]::new))).isEqualTo(plan);
    assertThat(Drain.of(List.of(drain.words().split(" ")))).isEqualTo(drain);
  }
}
