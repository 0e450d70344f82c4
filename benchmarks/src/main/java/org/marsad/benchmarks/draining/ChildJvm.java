package org.marsad.benchmarks.draining;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of our own class path that prints one line of results. */
public final class ChildJvm implements AutoCloseable {
  /** The line that holds the result begins with it. */
  private static final String RESULT = "result:";

  private static final int STOP_WITHIN_SECONDS = 30;

  private final Process process;
  private final Path log;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a main class.
   *
   * @param options of the JVM
   * @param log file for what it has to say besides
   */
  public static ChildJvm start(
      Class<?> main, List<String> options, Path log, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add(main.getName());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // an interrupted benchmark
    return new ChildJvm(process, log);
  }

  /** Says a result, in such a process. */
  public static void tell(String words) {
    System.out.println(RESULT + " " + words);
  }

  /** The words of its result; waits for them. */
  public List<String> result() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(RESULT)) {
        return List.of(line.substring(RESULT.length()).strip().split(" "));
      }
    }
    throw new IOException("a process ended without a result; what it said: " + log);
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, as kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, by the end of its input, and waits. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
