package org.marsad.standalone.command;

import java.io.IOException;
import org.marsad.standalone.Endpoint;
import org.marsad.standalone.Folders;
import org.marsad.standalone.Standalone;

/** Word of a running Marsad, so that the other commands find it; taken back when it stops. */
final class Announced implements AutoCloseable {
  private final Endpoint endpoint;
  private final boolean reached;

  private Announced(Endpoint endpoint, boolean reached) {
    this.endpoint = endpoint;
    this.reached = reached;
  }

  /**
   * Leaves word; where another one runs already, the commands go on reaching that, and it says so.
   */
  static Announced of(Standalone marsad, Folders folders, Terminal terminal) throws IOException {
    var endpoint =
        new Endpoint(
            marsad.url(),
            marsad.bootstrapServers(),
            marsad.topics().prefix(),
            folders.operatorToken(),
            folders.operationsToken());
    var other = endpoint.announce(Home.run());
    other.ifPresent(
        running ->
            terminal.fault(
                "another Marsad runs on %s: the commands go on reaching that one"
                    .formatted(running.url())));
    return new Announced(endpoint, other.isEmpty());
  }

  /** Whether the other commands reach this one. */
  boolean isReached() {
    return reached;
  }

  @Override
  public void close() throws IOException {
    endpoint.withdraw(Home.run());
  }
}
