package org.marsad.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came of a command line.
 *
 * @param status that the process would end with
 * @param out what it printed
 * @param errors lines of our own on standard error
 */
record Run(int status, String out, String errors) {
  /** Runs the command line in this JVM, and catches what it prints. */
  static Run of(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var usualOut = System.out;
    var usualErrors = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      var status = MarsadCommand.run(arguments.toArray(String[]::new));
      return new Run(
          status,
          out.toString(StandardCharsets.UTF_8),
          errors
              .toString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("marsad: "))
              .map(line -> line + System.lineSeparator())
              .reduce("", String::concat));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErrors);
    }
  }
}
