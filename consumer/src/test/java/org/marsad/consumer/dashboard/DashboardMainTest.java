package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DashboardMainTest {
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldNameTheSettingThatIsAbsentAndExitWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualToNormalizingNewlines("kafka.bootstrap.servers: absent (expected: host:port,…)\n");
  }

  @Test
  void shouldRefuseUnknownSettingsAndUnreadableFiles() {
    assertThat(run("--set", "colour=red")).isEqualTo(2);
    assertThat(run("--config", "no-such-file.properties")).isEqualTo(2);
    assertThat(errors.toString()).contains("colour: unknown setting", "--config: ");
  }

  private int run(String... arguments) {
    return DashboardMain.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
  }
}
