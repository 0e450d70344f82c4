package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A count on the command line: {@code 6}, {@code 5-8}, or {@code 10+} for at least ten. */
final class CountOption {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7})(?:[-–](\\d{1,7})|(\\+))?");

  private CountOption() {}

  static void put(CommandSpec spec, ObjectNode report, String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      throw new ParameterException(
          spec.commandLine(), "--%s: %s (expected: 6, 5-8 or 10+)".formatted(field, text));
    }
    var low = Integer.parseInt(match.group(1));
    if (match.group(2) != null) {
      report.putObject(field).put("low", low).put("high", Integer.parseInt(match.group(2)));
    } else if (match.group(3) != null) {
      report.putObject(field).put("low", low);
    } else {
      report.put(field, low);
    }
  }
}
