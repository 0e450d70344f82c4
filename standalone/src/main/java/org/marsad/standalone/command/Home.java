package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.standalone.Endpoint;
import org.marsad.standalone.Folders;

/** The folder of the installation, which the launcher tells as {@code -Dmarsad.home}. */
final class Home {
  private static final Path FOLDER = Path.of(System.getProperty("marsad.home", "."));

  private Home() {}

  /** Where data is kept unless another folder is named. */
  static Path data() {
    return FOLDER.resolve("data");
  }

  /**
   * The data of the Marsad that runs, else where it is kept unless another folder is named.
   *
   * @param named null where none is
   */
  static Folders folders(@Nullable Path named) throws IOException {
    if (named != null) {
      return new Folders(named);
    }
    var running = Endpoint.read(run()).map(endpoint -> endpoint.operatorToken().getParent());
    return new Folders(running.orElseGet(Home::data));
  }

  /** The token for the API of the Marsad that runs, else of the one that has run here last. */
  static Path operationsToken() throws IOException {
    return Endpoint.read(run())
        .map(Endpoint::operationsToken)
        .orElseGet(() -> new Folders(data()).operationsToken());
  }

  /** Where a running Marsad leaves word. */
  static Path run() {
    return FOLDER.resolve(".run");
  }

  /** What {@code demo} logs; its data is gone when it ends. */
  static Path demoLog() {
    return run().resolve("demo.log");
  }

  /**
   * The Marsad that runs.
   *
   * @throws IOException when there is none
   */
  static Endpoint endpoint() throws IOException {
    return Endpoint.read(run())
        .orElseThrow(
            () -> new IOException("no Marsad is running (start one: ./marsad up, or demo)"));
  }
}
