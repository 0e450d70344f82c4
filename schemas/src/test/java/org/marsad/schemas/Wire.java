package org.marsad.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/** Writers and readers that know a schema only, none of our classes: yesterday's and tomorrow's. */
final class Wire {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static {
    MessageCodec.trustMessages(); // and its limits, which Avro reads once in this JVM
  }

  private Wire() {}

  /** The bytes that a writer with this record's schema sends. */
  static byte[] write(GenericRecord message) throws IOException {
    var bytes =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), message.getSchema())
            .encode(message);
    var copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  /**
   * What a reader sees whose newest schema is the given one.
   *
   * @param others schemas in its store that it can translate from
   */
  static JsonNode read(byte[] bytes, Schema newest, List<Schema> others) throws IOException {
    var decoder = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), newest);
    others.forEach(decoder::addSchema);
    return values(decoder.decode(bytes));
  }

  /** The raw values: times and dates as the numbers on the wire. */
  static JsonNode values(GenericRecord message) throws IOException {
    return MAPPER.readTree(message.toString());
  }
}
