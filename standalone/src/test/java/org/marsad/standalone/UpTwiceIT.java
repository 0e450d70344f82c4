package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.standalone.command.MarsadCommand;
import org.marsad.standalone.machine.DataLock;

class UpTwiceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path home;

  @Test
  void shouldSayWhoHasTheFolderOrThePortAndLeaveTheFirstAlone() throws Exception {
    try (var first = marsad("first", "up", "--data=" + data(), "--port=0", "--broker-port=0")) {
      // Given
      first.await(PATIENCE, () -> Endpoint.read(home.resolve(".run")).isPresent());
      var endpoint = Endpoint.read(home.resolve(".run")).orElseThrow();
      var port = endpoint.url().replaceFirst(".*:", "");
      var broker = endpoint.bootstrapServers().replaceFirst(".*:", "");
      var logged = Files.readString(log());
      // When
      assertThat(failure("same-data", "--data=" + data(), "--port=0", "--broker-port=0"))
          .isEqualTo(
              "--data: %s is in use by pid %d (expected: a folder that no other Marsad uses)"
                  .formatted(data(), first.pid()));
      assertThat(failure("same-port", "--data=" + home.resolve("other"), "--port=" + port))
          .isEqualTo(
              "--port: %s is in use by pid %d (expected: a free port; 0 finds one)"
                  .formatted(port, first.pid()));
      assertThat(
              failure(
                  "same-broker",
                  "--data=" + home.resolve("other"),
                  "--port=0",
                  "--broker-port=" + broker))
          .isEqualTo(
              "--broker-port: %s is in use by pid %d (expected: a free port; 0 finds one)"
                  .formatted(broker, first.pid()));
      try (var command = marsad("command", "sources", "list", "--data=" + data())) {
        assertThat(command.status()).isZero();
      }
      // Then
      assertThat(logged).isNotEmpty();
      assertThat(Files.readString(log())).startsWith(logged).doesNotContain("in use");
      assertThat(Endpoint.read(home.resolve(".run"))).contains(endpoint);
      assertThat(new Reporter(endpoint.url(), "no token").post("{}").statusCode()).isEqualTo(401);
      // And no output that is kept has a link that signs somebody in
      assertThat(first.printed()).contains("marsad: up · ").doesNotContain("/sign-in");
      // And nobody is believed to have the folder after a kill
      assertThat(DataLock.holder(data())).contains(first.pid());
      first.kill();
      assertThat(DataLock.holder(data())).isEmpty();
      DataLock.take(data()).close();
    }
  }

  private String failure(String name, String... options) throws Exception {
    var arguments = new ArrayList<>(List.of("up"));
    arguments.addAll(List.of(options));
    try (var second = marsad(name, arguments.toArray(String[]::new))) {
      assertThat(second.status()).isOne();
      var prefix = "marsad: ";
      assertThat(second.printed()).startsWith(prefix).endsWith("\n").hasLineCount(1);
      return second.printed().strip().substring(prefix.length());
    }
  }

  private ChildJvm marsad(String name, String... arguments) throws IOException {
    return ChildJvm.start(
        MarsadCommand.class,
        home.resolve(name + ".out"),
        Map.of(),
        List.of("-Dmarsad.home=" + home),
        arguments);
  }

  private Path data() {
    return home.resolve("data");
  }

  private Path log() {
    return new Folders(data()).log();
  }
}
