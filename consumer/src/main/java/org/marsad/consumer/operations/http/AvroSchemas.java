package org.marsad.consumer.operations.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.marsad.schemas.SeenBy;

/**
 * Our messages as JSON Schema, made from their Avro schemas: the words of the contract, and who may
 * see each field.
 */
public final class AvroSchemas {
  private final Map<String, ObjectNode> byName = new TreeMap<>();

  /** Takes a message in, and all that it is made of. */
  public AvroSchemas add(Schema message) {
    of(message);
    return this;
  }

  /** All of them, by name. */
  public Map<String, ObjectNode> byName() {
    return byName;
  }

  private ObjectNode of(Schema schema) {
    var node = JsonNodeFactory.instance.objectNode();
    return switch (schema.getType()) {
      case RECORD, ENUM -> named(schema);
      case ARRAY -> {
        node.put("type", "array").set("items", of(schema.getElementType()));
        yield node;
      }
      case UNION ->
          schema.getTypes().stream()
              .filter(type -> type.getType() != Schema.Type.NULL)
              .findFirst()
              .map(this::of)
              .orElse(node);
      case INT ->
          schema.getLogicalType() == LogicalTypes.date()
              ? node.put("type", "string").put("format", "date")
              : node.put("type", "integer");
      case LONG ->
          schema.getLogicalType() == null
              ? node.put("type", "integer")
              : node.put("type", "string").put("format", "date-time");
      case DOUBLE, FLOAT -> node.put("type", "number");
      case BOOLEAN -> node.put("type", "boolean");
      default -> node.put("type", "string");
    };
  }

  private ObjectNode named(Schema schema) {
    if (!byName.containsKey(schema.getName())) {
      var node = JsonNodeFactory.instance.objectNode();
      byName.put(schema.getName(), node); // before its fields, which may name it
      node.put("description", schema.getDoc());
      if (schema.getType() == Schema.Type.ENUM) {
        var symbols = node.put("type", "string").putArray("enum");
        schema.getEnumSymbols().forEach(symbols::add);
      } else {
        var properties = node.put("type", "object").putObject("properties");
        schema.getFields().forEach(field -> properties.set(field.name(), property(field)));
      }
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("$ref", "#/components/schemas/" + schema.getName());
  }

  private ObjectNode property(Schema.Field field) {
    var property = of(field.schema());
    property.put("description", field.doc());
    var seen = property.putArray("x-seen-by");
    SeenBy.of(field).forEach(seen::add);
    return property;
  }
}
