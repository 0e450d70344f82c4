package org.marsad.consumer.audience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.SeenBy;

/**
 * A message as JSON for one audience. What the schemas hide from it is not there at all, at every
 * depth; where a {@link Projection} shows an empty list, this shows none.
 */
public final class SeenFields {
  private SeenFields() {}

  /** The fields of a message that an audience may see. */
  public static ObjectNode of(SpecificRecord message, Role role) {
    var tree = MessageJson.tree(message);
    prune(tree, message.getSchema(), role.name());
    return tree;
  }

  private static void prune(JsonNode node, Schema schema, String audience) {
    switch (schema.getType()) {
      case UNION -> schema.getTypes().forEach(type -> prune(node, type, audience));
      case ARRAY -> node.forEach(item -> prune(item, schema.getElementType(), audience));
      case RECORD -> {
        if (node instanceof ObjectNode message) {
          prune(message, schema, audience);
        }
      }
      default -> {}
    }
  }

  private static void prune(ObjectNode message, Schema schema, String audience) {
    for (var field : schema.getFields()) {
      var value = message.get(field.name());
      if (!SeenBy.of(field).contains(audience)) {
        message.remove(field.name());
      } else if (value != null) {
        prune(value, field.schema(), audience);
      }
    }
  }
}
