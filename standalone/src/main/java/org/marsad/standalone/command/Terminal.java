package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.marsad.consumer.text.UtcTime;

/** The operator's terminal: results on standard output, progress and faults on standard error. */
final class Terminal {
  private static final String NAME = "marsad: ";

  /** And clears what stood there (ECMA-48, EL). */
  private static final String TO_START_OF_LINE = "\r\033[K";

  private final PrintStream out;
  private final PrintStream errors;
  private final boolean interactive;
  private boolean inStep;
  private String lastStep = "";

  Terminal(PrintStream out, PrintStream errors, boolean interactive) {
    this.out = out;
    this.errors = errors;
    this.interactive = interactive;
  }

  @SuppressWarnings("SystemConsoleNull") // the launcher keeps it null for a pipe on Java 22 to 24
  static Terminal ofProcess() {
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        System.console() != null);
  }

  /** Where results and alerts go. */
  PrintStream out() {
    return out;
  }

  /** Whether a person reads along, and no log. */
  boolean isInteractive() {
    return interactive;
  }

  /** Whether colours can be shown. */
  boolean colour() {
    return interactive && System.getenv("NO_COLOR") == null;
  }

  /** A result. */
  void say(String line) {
    endStep();
    out.println(NAME + line);
  }

  /** A line of a result without our name. */
  void print(String line) {
    endStep();
    out.println(line);
  }

  /** A time of an answer, as all commands write it. */
  static String time(JsonNode at) {
    return UtcTime.of(Instant.parse(at.asText()));
  }

  /** The lines of an answer, or the whole of it as one object. */
  void printLines(JsonNode answer, boolean asJson) {
    if (asJson) {
      print(answer.toString());
    } else {
      answer.path("lines").forEach(line -> print(line.asText()));
    }
  }

  /** A question; the answer comes on the same line. */
  void ask(String question) {
    endStep();
    errors.print(question);
    errors.flush();
  }

  /** Something that is going on. */
  void progress(String line) {
    endStep();
    errors.println(NAME + line);
  }

  /**
   * How far it is: on a terminal in one line that the next replaces, else in a line each where it
   * is another than before.
   */
  synchronized void step(String line) {
    if (!interactive) {
      if (!line.equals(lastStep)) {
        errors.println(NAME + line);
      }
      lastStep = line;
      return;
    }
    errors.print(TO_START_OF_LINE + NAME + line);
    errors.flush();
    inStep = true;
  }

  private synchronized void endStep() {
    if (inStep) {
      errors.println();
      inStep = false;
    }
  }

  /** Something that the operator must mend. */
  void fault(String line) {
    endStep();
    errors.println(NAME + line);
  }
}
