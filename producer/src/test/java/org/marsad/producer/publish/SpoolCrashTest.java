package org.marsad.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolCrashTest {
  @TempDir Path folder;

  @Test
  void shouldHoldAllThatWasConfirmedWhenTheProcessHalts() throws Exception {
    // Given
    var child = start(50);
    // When
    assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
    // Then
    assertThat(child.exitValue()).isEqualTo(137);
    assertThat(Files.readAllLines(confirmed())).hasSize(50);
    assertSpoolHoldsAllConfirmed();
  }

  @Test
  void shouldHoldAllThatWasConfirmedWhenTheProcessIsKilled() throws Exception {
    // Given
    var child = start(Integer.MAX_VALUE);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Files.exists(confirmed()) && Files.size(confirmed()) > 200);
    // When
    child.destroyForcibly();
    assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
    // Then
    assertSpoolHoldsAllConfirmed();
  }

  private void assertSpoolHoldsAllConfirmed() throws Exception {
    var confirmed = Files.readAllLines(confirmed());
    try (var spool = Spool.open(spool(), 1 << 20)) {
      var held =
          spool.peek(Integer.MAX_VALUE).bodies().stream()
              .map(body -> new String(body, StandardCharsets.UTF_8))
              .toList();
      assertThat(held).startsWith(confirmed.toArray(String[]::new));
      assertThat(held.size()).isLessThanOrEqualTo(confirmed.size() + 1);
    }
  }

  private Process start(int reports) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SpoolingChild.class.getName(),
            spool().toString(),
            confirmed().toString(),
            Integer.toString(reports))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Path spool() {
    return folder.resolve("spool");
  }

  private Path confirmed() {
    return folder.resolve("confirmed");
  }
}
