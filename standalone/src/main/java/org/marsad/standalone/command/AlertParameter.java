package org.marsad.standalone.command;

import picocli.CommandLine.Parameters;

/** Which alert a command is about. */
final class AlertParameter {
  @Parameters(
      paramLabel = "ALERT_ID",
      description = "An alert's id (watch --ids shows them), the beginning of one, or latest.")
  private String id = "";

  /** As it was said: whole, or a beginning. */
  String id() {
    return id;
  }
}
