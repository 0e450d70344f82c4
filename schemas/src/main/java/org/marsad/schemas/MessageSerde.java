package org.marsad.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Kafka's view of {@link MessageCodec}. A null value (a tombstone) stays null.
 *
 * @param <T> the message
 */
@NullUnmarked // Kafka hands nulls through: tombstones
public final class MessageSerde<T extends SpecificRecord> implements Serde<T> {
  private final Class<T> type;

  private MessageSerde(Class<T> type) {
    this.type = type;
  }

  public static <T extends SpecificRecord> MessageSerde<T> of(Class<T> type) {
    return new MessageSerde<>(type);
  }

  @Override
  public Serializer<T> serializer() {
    var codec = MessageCodec.of(type);
    return (topic, message) -> message == null ? null : codec.encode(message);
  }

  /** Throws {@link UndecodableException} where the bytes are no such message. */
  @Override
  public Deserializer<T> deserializer() {
    var codec = MessageCodec.of(type);
    return (topic, bytes) -> bytes == null ? null : codec.decode(bytes);
  }
}
