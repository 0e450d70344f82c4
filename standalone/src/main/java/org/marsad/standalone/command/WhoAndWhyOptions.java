package org.marsad.standalone.command;

import picocli.CommandLine.Option;

/** What a person who says something about strikes says in any case: as whom and why. */
final class WhoAndWhyOptions {
  @Option(
      names = "--by",
      defaultValue = "operator",
      paramLabel = "ROLE",
      description = "Who says so: a role, never a person's name. Default: ${DEFAULT-VALUE}.")
  private String by = "operator";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, at most 300 characters.")
  private String reason = "";

  String by() {
    return by;
  }

  String reason() {
    return reason;
  }
}
