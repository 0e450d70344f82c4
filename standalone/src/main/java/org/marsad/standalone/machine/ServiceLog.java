package org.marsad.standalone.machine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The log of a Marsad that runs: what is logged, and what anything else prints on standard error,
 * goes to a file. The terminal keeps the standard error that it was made with.
 */
public final class ServiceLog implements AutoCloseable {
  private static final long FULL_AT_BYTES = 8L * 1024 * 1024;
  private static final int OLDER = 3;

  private final PrintStream before;
  private final PrintStream log;

  private ServiceLog(PrintStream before, PrintStream log) {
    this.before = before;
    this.log = log;
  }

  /** Logs to a file from now on: appended to, with those before it at most 32 MB. */
  public static ServiceLog open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var log =
        new PrintStream(new RotatingFile(file, FULL_AT_BYTES, OLDER), true, StandardCharsets.UTF_8);
    var opened = new ServiceLog(System.err, log);
    System.setErr(log); // where slf4j-simple looks up anew for each line
    return opened;
  }

  @Override
  public void close() {
    System.setErr(before);
    log.close();
  }
}
