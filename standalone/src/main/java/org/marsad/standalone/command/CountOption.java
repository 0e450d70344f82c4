package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.imports.CountText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A count on the command line, in the forms of {@link CountText}. */
final class CountOption {
  private CountOption() {}

  static void put(CommandSpec spec, ObjectNode report, String field, @Nullable String text) {
    if (text == null || CountText.isNotReported(text)) {
      return;
    }
    var count =
        CountText.read(text)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--%s: %s (expected: 6, 5-8 or 10+)".formatted(field, text)));
    var range = report.putObject(field);
    range.put("low", count.low()).put("best", count.best());
    if (count.high() != null) {
      range.put("high", count.high());
    }
  }
}
