package org.marsad.benchmarks.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.marsad.benchmarks.measuring.ProcessUse;

/** A Marsad started by its start script, as anybody starts it. */
final class Installation implements AutoCloseable {
  private static final Path SCRIPT =
      Path.of(System.getProperty("marsad.home", ".")).resolve("marsad");
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Pattern BROKER = Pattern.compile("broker (\\S+) ");
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);
  private static final long STOP_WITHIN_SECONDS = 60;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Process process;
  private final Path said;

  private Installation(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /**
   * Starts one; it is built first, where it is not.
   *
   * @param arguments of the start script
   * @param temporary folder for what it keeps only while it runs, and for what it says
   */
  static Installation start(Path temporary, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    var said = temporary.resolve("said.txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // an interrupted benchmark
    return new Installation(process, said);
  }

  /** Starts {@code up} on free ports, and waits until it takes reports. */
  static Installation up(Path temporary, Path data, List<String> besides) throws IOException {
    var arguments =
        new ArrayList<>(
            List.of("up", "--data", data.toString(), "--port", "0", "--broker-port", "0"));
    arguments.addAll(besides);
    var started = start(temporary, arguments.toArray(String[]::new));
    started.await(BROKER);
    return started;
  }

  /** Waits until it has said so. */
  MatchResult await(Pattern words) throws IOException {
    var began = System.nanoTime();
    while (true) {
      var found = words.matcher(Files.readString(said));
      if (found.find()) {
        return found.toMatchResult();
      }
      if (!process.isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
        throw new IOException(
            "Marsad did not say \"%s\", but: %s".formatted(words, Files.readString(said)));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  String url() throws IOException {
    return await(URL).group();
  }

  /** Kafka's own settings. */
  Map<String, Object> kafka() throws IOException {
    return Map.of("bootstrap.servers", await(BROKER).group(1));
  }

  ProcessUse use() throws IOException {
    return ProcessUse.of(process.pid());
  }

  /** Asks it to stop, and waits. */
  @Override
  public void close() {
    process.destroy();
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
