package org.marsad.standalone.command;

import java.util.List;
import org.marsad.message.DecisionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code marsad disassociate}: two reports are not one strike, whatever the rules say. */
@Command(
    name = "disassociate",
    description = "Decides that two reports are not one strike.",
    mixinStandardHelpOptions = true)
final class DisassociateCommand extends DecideCommand {
  @Parameters(index = "0", paramLabel = "REPORT_ID", description = "A report.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "REPORT_ID", description = "Another.")
  private String other = "";

  DisassociateCommand() {
    super(DecisionKind.DISASSOCIATE);
  }

  @Override
  List<String> reportIds() {
    return List.of(one, other);
  }
}
