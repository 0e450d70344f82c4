package org.marsad.consumer.operations.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageJson;

/**
 * An alert as a tree whose lists of findings and records have names, so that those of two revisions
 * can be compared one by one: {@code findings.HEAVIEST_IN_DAYS.KILLED DAY aleppo.likelyDays}.
 */
public final class AlertFacts {
  private AlertFacts() {}

  /** The tree; findings by rule, records by measure, scale and scope. */
  public static ObjectNode tree(Alert alert) {
    var tree = MessageJson.tree(alert);
    var findings = JsonNodeFactory.instance.objectNode();
    for (var finding : tree.path("findings")) {
      var facts = finding.deepCopy();
      if (facts instanceof ObjectNode named) {
        named.remove("rule");
        for (var found : named.path("records")) {
          named.set(name(found), found);
        }
        named.remove("records");
      }
      findings.set(finding.path("rule").asText(), facts);
    }
    tree.set("findings", findings);
    return tree;
  }

  /** The day is left out: it is the alert's, or that of its strike. */
  private static String name(JsonNode found) {
    return "%s %s %s"
        .formatted(
            found.path("measure").asText(),
            found.path("scale").asText(),
            found.path("scopeCode").asText());
  }
}
