package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A JSON object that is kept for long: as bytes, which take a tenth of the room of its tree. */
final class WrittenJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] bytes;

  WrittenJson(ObjectNode json) {
    try {
      this.bytes = JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree can always be written
    }
  }

  /** The object, for this caller alone. */
  ObjectNode read() {
    try {
      return (ObjectNode) JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
