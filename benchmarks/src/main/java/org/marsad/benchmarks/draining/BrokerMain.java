package org.marsad.benchmarks.draining;

import java.nio.file.Path;
import org.marsad.standalone.broker.EmbeddedBroker;

/** The broker as a process of its own, so that neither contender shares its heap with it. */
public final class BrokerMain {
  private BrokerMain() {}

  /**
   * Runs until the standard input ends, so that it never outlives who started it.
   *
   * @param arguments folder of its log
   */
  public static void main(String[] arguments) throws Exception {
    try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
      ChildJvm.tell(broker.bootstrapServers());
      while (System.in.read() >= 0) {
        // nothing is said to it
      }
    }
    System.exit(0);
  }
}
