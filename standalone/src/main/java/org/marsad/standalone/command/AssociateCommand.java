package org.marsad.standalone.command;

import java.util.List;
import org.marsad.message.DecisionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code marsad associate}: two reports are one strike, whatever the rules say. */
@Command(
    name = "associate",
    description = "Decides that two reports are one strike.",
    mixinStandardHelpOptions = true)
final class AssociateCommand extends DecideCommand {
  @Parameters(index = "0", paramLabel = "REPORT_ID", description = "A report.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "REPORT_ID", description = "Another.")
  private String other = "";

  AssociateCommand() {
    super(DecisionKind.ASSOCIATE);
  }

  @Override
  List<String> reportIds() {
    return List.of(one, other);
  }
}
