package org.marsad.consumer.operations.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.marsad.consumer.operations.facts.FactText;
import org.marsad.message.Finding;
import org.marsad.schemas.MessageJson;

/** Any rule's findings: their typed facts as they are, each with the schema's own doc. */
final class AnyRuleWords implements RuleWords {
  /** Fields that every finding has; what else it carries are facts of its rule. */
  private static final Set<String> OF_EVERY_FINDING =
      Set.of("rule", "certainty", "code", "numbers");

  private static final Set<String> POSITIONS = Set.of("lat", "lon");

  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var meaning = inquiry.words().meaning(finding);
    var name = inquiry.words().rule(finding);
    return meaning.isEmpty()
        ? inquiry.text().of("any.sentence", name)
        : inquiry.text().of("any.sentence.meaning", name, meaning);
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var text = inquiry.text();
    var words = inquiry.words();
    sheet.title(text.of("any.title", text.code(finding.getRule().name())));
    var meaning = words.meaning(finding);
    var code = text.code(finding.getCode());
    sheet.text(
        2,
        meaning.isEmpty() ? text.of("any.code", code) : text.of("any.code.meaning", code, meaning));
    var numbers = words.numbers(finding);
    if (!numbers.isEmpty()) {
      sheet.text(2, text.of("any.numbers", numbers));
    }
    var rows = new ArrayList<List<String>>();
    var tree = MessageJson.tree(finding);
    for (var field : Finding.getClassSchema().getFields()) {
      if (!OF_EVERY_FINDING.contains(field.name())) {
        list(inquiry, "", field, tree.path(field.name()), rows);
      }
    }
    sheet.facts(2, rows);
  }

  private static void list(
      Inquiry inquiry, String path, Schema.Field field, JsonNode value, List<List<String>> rows) {
    var isAbsent = value.isMissingNode() || (value.isArray() && value.isEmpty());
    var isNone = value.isInt() && value.asInt() == 0 && field.hasDefaultValue();
    if (isAbsent || isNone || POSITIONS.contains(field.name())) {
      return;
    }
    var text = inquiry.text();
    var own = inquiry.words().field(field.name());
    var name = path.isEmpty() ? own : text.list(List.of(path, own));
    var schema = plain(field.schema());
    if (schema.getType() == Schema.Type.RECORD && !FactText.isRange(value)) {
      schema
          .getFields()
          .forEach(inner -> list(inquiry, name, inner, value.path(inner.name()), rows));
      return;
    }
    if (schema.getType() == Schema.Type.ARRAY && value.path(0) instanceof ObjectNode) {
      for (var i = 0; i < value.size(); i++) {
        var item = value.get(i);
        var numbered = name + " " + (i + 1);
        plain(schema.getElementType())
            .getFields()
            .forEach(inner -> list(inquiry, numbered, inner, item.path(inner.name()), rows));
      }
      return;
    }
    var isExplained = field.doc() != null && text.language().equals("en"); // schemas speak English
    rows.add(List.of(name, inquiry.words().fact(value), isExplained ? field.doc() : ""));
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
