package org.marsad.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.marsad.standalone.Endpoint;
import org.marsad.standalone.broker.FreePort;
import org.marsad.standalone.machine.DataLock;

/** Refuses a port that is taken before anything starts, and says by whom where it can. */
final class PortCheck {
  private PortCheck() {}

  /**
   * Refuses a port that is taken.
   *
   * @param option that names the port
   * @param port 0: any free one
   * @throws IOException when it is taken
   */
  static void requireFree(String option, int port) throws IOException {
    if (!FreePort.isFree(port)) {
      throw new IOException(
          "%s: %d is in use by %s (expected: a free port; 0 finds one)"
              .formatted(option, port, holder(port)));
    }
  }

  private static String holder(int port) throws IOException {
    var data =
        Endpoint.read(Home.run())
            .filter(endpoint -> isAt(endpoint, port))
            .map(endpoint -> endpoint.operatorToken().getParent());
    var pid = data.isPresent() ? DataLock.holder(data.get()) : Optional.<Long>empty();
    return pid.map(known -> "pid " + known).orElse("another program");
  }

  private static boolean isAt(Endpoint endpoint, int port) {
    return URI.create(endpoint.url()).getPort() == port
        || endpoint.bootstrapServers().endsWith(":" + port);
  }
}
