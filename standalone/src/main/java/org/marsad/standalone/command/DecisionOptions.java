package org.marsad.standalone.command;

import org.marsad.message.Reality;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person who decides something says in any case: where, what for, as whom and why. */
final class DecisionOptions {
  @Option(names = "--area", required = true, description = "Code of the area, such as aleppo.")
  private String area = "";

  @Mixin private WhoAndWhyOptions said = new WhoAndWhyOptions();

  @Option(
      names = "--reality",
      defaultValue = "ACTUAL",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Reality reality = Reality.ACTUAL;

  String area() {
    return area;
  }

  String by() {
    return said.by();
  }

  String reason() {
    return said.reason();
  }

  Reality reality() {
    return reality;
  }
}
