package org.marsad.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Made-up later versions of a schema: fields added to and taken from its text. */
final class Tomorrow {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode schema;

  Tomorrow(Schema today) throws JsonProcessingException {
    schema = (ObjectNode) MAPPER.readTree(today.toString());
  }

  /** Adds a field, given as the JSON of an .avsc file. */
  Tomorrow with(String field) throws JsonProcessingException {
    fields().add(MAPPER.readTree(field));
    return this;
  }

  Tomorrow without(String name) {
    for (var at = 0; at < fields().size(); at++) {
      if (fields().path(at).path("name").asText().equals(name)) {
        fields().remove(at);
        return this;
      }
    }
    throw new IllegalArgumentException(name + ": absent (expected: a field)");
  }

  Schema schema() {
    return new Schema.Parser().parse(schema.toString());
  }

  private ArrayNode fields() {
    return (ArrayNode) schema.get("fields");
  }
}
