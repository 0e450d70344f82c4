package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.standalone.RunningMarsad;
import org.marsad.standalone.Standalone;

/** Recorded files played to a running Marsad. */
class ReplayIT {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir private static Path data;
  private static Standalone marsad;

  @BeforeAll
  static void start() throws Exception {
    marsad = RunningMarsad.start(data);
  }

  @AfterAll
  static void stop() {
    marsad.close();
  }

  @Test
  void shouldSayHowManyReportsAreTooOldAndFailWhereAllAre() throws Exception {
    // Given years of history that begin with the newest
    var history = replay(row("new", 1), row("middle", 500), row("oldest", 900));
    assertThat(history.out()).contains("3 published");
    assertThat(history.errors()).isEmpty();
    // When there are both
    var both = replay(row("as new", 1), row("old", 500), row("older", 900));
    // Then
    assertThat(both.out()).contains("3 published");
    assertThat(both.errors()).contains("2 of 3 reports too old: dated");
    assertThat(both.status()).isZero();
    // When all are
    var old = replay(row("old", 500));
    // Then
    assertThat(old.errors()).contains("1 of 1 report too old");
    assertThat(old.status()).isEqualTo(1);
    // and sending it again does not help
    var again = new Asking(marsad, data).run("rejected", "resend", "--all");
    assertThat(again.out() + again.errors()).contains("400 days before the newest day");
    assertThat(again.status()).isEqualTo(1);
    // When none is
    var none = replay(row("newer", 0));
    assertThat(none.out()).contains("1 published");
    assertThat(none.errors()).doesNotContain("too old");
    assertThat(none.status()).isZero();
  }

  private static Run replay(String... rows) throws IOException {
    var file = Files.write(data.resolve("recorded.jsonl"), List.of(rows));
    return Run.of(
        List.of(
            "replay",
            file.toString(),
            "--speed",
            "max",
            "--bootstrap-servers",
            marsad.bootstrapServers()));
  }

  private String row(String localId, int daysAgo) {
    var at = now.minus(Duration.ofDays(daysAgo)).minusSeconds(600);
    return """
    {"source": {"id": "agency"}, "localId": "%s", "occurredFrom": "%s", "receivedAt": "%s", \
    "placeText": "Fardous, Aleppo", "killed": 3}\
    """
        .formatted(localId, at, now);
  }
}
