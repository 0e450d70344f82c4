package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.marsad.message.Reality;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person who decides something says in any case: where, what for and why. */
final class DecisionOptions {
  @Option(names = "--area", required = true, description = "Code of the area, such as aleppo.")
  private String area = "";

  @Mixin private ReasonOption why = new ReasonOption();

  @Option(
      names = "--reality",
      defaultValue = "ACTUAL",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Reality reality = Reality.ACTUAL;

  /** The beginning of what is asked of the API. */
  ObjectNode body() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("area", area)
        .put("reason", why.reason())
        .put("reality", reality.name());
  }
}
