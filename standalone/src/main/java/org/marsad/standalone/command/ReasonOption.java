package org.marsad.standalone.command;

import picocli.CommandLine.Option;

/** Why a person decides something. */
final class ReasonOption {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, at most 300 characters; never a person's name.")
  private String reason = "";

  String reason() {
    return reason;
  }
}
