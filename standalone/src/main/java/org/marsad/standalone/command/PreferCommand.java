package org.marsad.standalone.command;

import java.util.List;
import org.marsad.message.DecisionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code marsad prefer}: in its strike, the counts of this report are the best ones. */
@Command(
    name = "prefer",
    description = "Decides that a report's counts are the best of its strike.",
    mixinStandardHelpOptions = true)
final class PreferCommand extends DecideCommand {
  @Parameters(index = "0", paramLabel = "REPORT_ID", description = "The report.")
  private String report = "";

  PreferCommand() {
    super(DecisionKind.PREFER);
  }

  @Override
  List<String> reportIds() {
    return List.of(report);
  }
}
