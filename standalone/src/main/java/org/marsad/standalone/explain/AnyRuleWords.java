package org.marsad.standalone.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.marsad.consumer.text.AlertLine;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageJson;
import org.marsad.standalone.facts.FactText;

/** Any rule's alerts: its typed facts as they are, each with the schema's own doc. */
final class AnyRuleWords implements RuleWords {
  /** Fields that every alert has; what else an alert carries are facts of its rule. */
  private static final Set<String> OF_EVERY_ALERT =
      Set.of(
          "alertId",
          "revision",
          "messageType",
          "rule",
          "reality",
          "severity",
          "urgency",
          "certainty",
          "sources",
          "area",
          "timeZone",
          "neighbourhoods",
          "place",
          "onset",
          "onsetPrecision",
          "sentAt",
          "expiresAt",
          "references",
          "strikeIds",
          "addressees",
          "delivery",
          "impacts",
          "killed",
          "injured",
          "targets",
          "reason",
          "rulesHash");

  private static final Set<String> POSITIONS = Set.of("lat", "lon");

  @Override
  public String sentence(Inquiry inquiry) {
    var alert = inquiry.alert();
    var onset = alert.getOnset();
    var claim = new AlertLine(inquiry.names(), false).claim(alert);
    var facts = claim.size() > 2 ? ": " + String.join(", ", claim.subList(2, claim.size())) : "";
    var text =
        "From %s in %s%s."
            .formatted(
                inquiry.times().span(onset, onset, alert.getOnsetPrecision()), claim.get(1), facts);
    return inquiry.discretion().hide(text);
  }

  /** Where it is, as the alert's own line has it. */
  static String place(Inquiry inquiry) {
    return new AlertLine(inquiry.names(), false).claim(inquiry.alert()).get(1);
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var alert = inquiry.alert();
    sheet.title("WHY: THE RULE'S OWN FACTS");
    var code = alert.getReason().getCode();
    var meaning = Words.meaning(code);
    sheet.text(2, "Reason " + code + (meaning.isEmpty() ? "." : ": " + meaning + "."));
    var numbers = Words.numbers(alert.getReason());
    if (!numbers.isEmpty()) {
      sheet.text(2, "Its numbers: " + numbers + ".");
    }
    var rows = new ArrayList<List<String>>();
    var tree = MessageJson.tree(alert);
    for (var field : Alert.getClassSchema().getFields()) {
      if (!OF_EVERY_ALERT.contains(field.name())) {
        list("", field, tree.path(field.name()), inquiry.discretion(), rows);
      }
    }
    sheet.facts(2, rows);
  }

  private static void list(
      String path,
      Schema.Field field,
      JsonNode value,
      Discretion discretion,
      List<List<String>> rows) {
    var isAbsent = value.isMissingNode() || (value.isArray() && value.isEmpty());
    if (isAbsent || POSITIONS.contains(field.name())) {
      return;
    }
    var name = path.isEmpty() ? Words.field(field.name()) : path + ", " + Words.field(field.name());
    var schema = plain(field.schema());
    if (schema.getType() == Schema.Type.RECORD && !FactText.isRange(value)) {
      schema
          .getFields()
          .forEach(inner -> list(name, inner, value.path(inner.name()), discretion, rows));
      return;
    }
    if (schema.getType() == Schema.Type.ARRAY && value.path(0) instanceof ObjectNode) {
      for (var i = 0; i < value.size(); i++) {
        var item = value.get(i);
        var numbered = name + " " + (i + 1);
        plain(schema.getElementType())
            .getFields()
            .forEach(inner -> list(numbered, inner, item.path(inner.name()), discretion, rows));
      }
      return;
    }
    var doc = field.doc() == null ? "" : field.doc();
    rows.add(List.of(name, discretion.hide(FactText.of(value)), doc));
  }

  /** The type behind an optional one. */
  private static Schema plain(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }
}
