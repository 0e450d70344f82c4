package org.marsad.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTest {
  @TempDir private Path folder;

  @Test
  void shouldLeaveTheWordOfOneThatStillAnswersAsItIs() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var first = endpoint(listening.getLocalPort());
      var second = endpoint(1);
      assertThat(first.announce(folder)).isEmpty();

      assertThat(second.announce(folder)).contains(first);
      second.withdraw(folder);

      assertThat(Endpoint.read(folder)).contains(first);
      first.withdraw(folder);
      assertThat(Endpoint.read(folder)).isEmpty();
    }
  }

  @Test
  void shouldTakeThePlaceOfOneThatIsGone() throws Exception {
    endpoint(1).announce(folder);
    var next = endpoint(2);

    assertThat(next.announce(folder)).isEmpty();

    assertThat(Endpoint.read(folder)).contains(next);
  }

  @Test
  void shouldNotTakeItselfForAnotherWhereAKilledOneHadItsPort() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      endpoint(listening.getLocalPort()).announce(folder);
      var next =
          new Endpoint(
              "http://127.0.0.1:" + listening.getLocalPort(),
              "127.0.0.1:10",
              "",
              folder.resolve("other.token"),
              folder.resolve("other-operations.token"));

      assertThat(next.announce(folder)).isEmpty();

      assertThat(Endpoint.read(folder)).contains(next);
    }
  }

  private Endpoint endpoint(int port) {
    return new Endpoint(
        "http://127.0.0.1:" + port,
        "127.0.0.1:9",
        "",
        folder.resolve("token"),
        folder.resolve("operations.token"));
  }
}
