package org.marsad.standalone.command;

import org.marsad.message.Reality;
import picocli.CommandLine.Option;

/** What a person who decides something says in any case: where, what for, as whom and why. */
final class DecisionOptions {
  @Option(names = "--area", required = true, description = "Code of the area, such as aleppo.")
  private String area = "";

  @Option(
      names = "--by",
      required = true,
      paramLabel = "ROLE",
      description = "Who decides: a role, never a person's name.")
  private String by = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, at most 300 characters.")
  private String reason = "";

  @Option(
      names = "--reality",
      defaultValue = "ACTUAL",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Reality reality = Reality.ACTUAL;

  String area() {
    return area;
  }

  String by() {
    return by;
  }

  String reason() {
    return reason;
  }

  Reality reality() {
    return reality;
  }
}
