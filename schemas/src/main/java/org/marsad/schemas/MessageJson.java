package org.marsad.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The JSON view of messages: Avro field names in schema order, enums as symbols, times in ISO-8601
 * UTC. What is absent has no key: absent is not zero.
 */
public final class MessageJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MessageJson() {}

  /** The message as a tree. */
  public static ObjectNode tree(SpecificRecord message) {
    var node = NODES.objectNode();
    for (var field : message.getSchema().getFields()) {
      var value = message.get(field.pos());
      if (value != null) {
        node.set(field.name(), node(value));
      }
    }
    return node;
  }

  /** The message as one line of text. */
  public static String line(SpecificRecord message) {
    try {
      return MAPPER.writeValueAsString(tree(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode node(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode(); // within a list: its place counts
    }
    if (value instanceof SpecificRecord message) {
      return tree(message);
    }
    if (value instanceof Collection<?> items) {
      var array = NODES.arrayNode(items.size());
      items.forEach(item -> array.add(node(item)));
      return array;
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof CharSequence
        || value instanceof Enum<?>
        || value instanceof Instant
        || value instanceof LocalDate) {
      return NODES.textNode(value.toString());
    }
    throw new IllegalArgumentException("value: " + value.getClass() + " (expected: an Avro type)");
  }
}
