package org.marsad.standalone.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The operator's terminal: results on standard output, progress and faults on standard error. */
final class Terminal {
  private static final String NAME = "marsad: ";

  private final PrintStream out;
  private final PrintStream errors;
  private final boolean interactive;

  private Terminal(PrintStream out, PrintStream errors, boolean interactive) {
    this.out = out;
    this.errors = errors;
    this.interactive = interactive;
  }

  @SuppressWarnings(
      "SystemConsoleNull") // from Java 22 on a pipe counts as a terminal: colours only
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

  /** Whether colours can be shown. */
  boolean colour() {
    return interactive && System.getenv("NO_COLOR") == null;
  }

  /** A result. */
  void say(String line) {
    out.println(NAME + line);
  }

  /** A line of a result without our name. */
  void print(String line) {
    out.println(line);
  }

  /** A question; the answer comes on the same line. */
  void ask(String question) {
    errors.print(question);
    errors.flush();
  }

  /** Something that is going on. */
  void progress(String line) {
    errors.println(NAME + line);
  }

  /** Something that the operator must mend. */
  void fault(String line) {
    errors.println(NAME + line);
  }
}
