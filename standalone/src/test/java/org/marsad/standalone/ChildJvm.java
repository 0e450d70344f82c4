package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A process of our own: started with the tests' class path, ended by its handle. */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a main class.
   *
   * @param output what it prints
   */
  public static ChildJvm start(
      Class<?> main,
      Path output,
      Map<String, String> environment,
      List<String> options,
      String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start(), output);
  }

  /** Ends it as a power cut would: no hook runs, nothing is flushed. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to stop (SIGTERM) and tells its status. */
  public int stop() throws InterruptedException {
    process.destroy();
    return status();
  }

  /** Waits for its end and tells its status. */
  int status() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the process does not end: " + process.info());
    }
    return process.exitValue();
  }

  /** Waits for what it is to do; fails with what it printed when it ends before or takes longer. */
  public void await(Duration atMost, Callable<Boolean> done) {
    try {
      Awaitility.await()
          .atMost(atMost)
          .failFast("the process ended", () -> !process.isAlive())
          .until(done);
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      throw new AssertionError(e.getMessage() + "\n" + printed(), e);
    }
  }

  /** All that it printed. */
  public String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
