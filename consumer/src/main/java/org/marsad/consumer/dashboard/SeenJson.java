package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.consumer.audience.Role;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.SeenBy;

/** A message as JSON with the fields that a role may see, as the schemas say. */
final class SeenJson {
  private SeenJson() {}

  /** The message; the fields of what it holds are cut likewise. */
  static ObjectNode of(SpecificRecord message, Role role) {
    var tree = MessageJson.tree(message);
    cut(tree, message.getSchema(), role.name());
    return tree;
  }

  private static void cut(JsonNode node, Schema schema, String audience) {
    switch (schema.getType()) {
      case UNION ->
          schema.getTypes().stream()
              .filter(type -> type.getType() != Schema.Type.NULL)
              .forEach(type -> cut(node, type, audience));
      case ARRAY -> node.forEach(item -> cut(item, schema.getElementType(), audience));
      case RECORD -> cut((ObjectNode) node, schema, audience);
      default -> {} // a value of its own
    }
  }

  private static void cut(ObjectNode record, Schema schema, String audience) {
    for (var field : schema.getFields()) {
      if (!SeenBy.of(field).contains(audience)) {
        record.remove(field.name());
      } else if (record.has(field.name())) {
        cut(record.get(field.name()), field.schema(), audience);
      }
    }
  }
}
