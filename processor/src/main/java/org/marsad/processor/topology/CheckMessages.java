package org.marsad.processor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.UndecodableException;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.Fault.Reason;

/**
 * Tells usable messages from those that must be set aside, with the reason in the headers.
 *
 * @param <T> type of the message
 */
final class CheckMessages<T extends SpecificRecord>
    extends ContextualProcessor<byte[], byte[], byte[], Checked<T>> {
  private final String name;
  private final MessageCodec<T> codec;
  private final BiFunction<T, @Nullable String, Optional<Fault>> faultOf;

  /**
   * Checks one type of message.
   *
   * @param faultOf the first fault of a message with its key, empty where it can be used
   */
  CheckMessages(Class<T> type, BiFunction<T, @Nullable String, Optional<Fault>> faultOf) {
    this.name = type.getSimpleName();
    this.codec = MessageCodec.of(type);
    this.faultOf = faultOf;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    var message = decode(record.value());
    var fault =
        message == null
            ? Optional.of(
                Fault.ofMessage(
                    (record.value() == null ? 0 : record.value().length) + " bytes",
                    "a " + name + " of a published version",
                    Reason.UNDECODABLE))
            : faultOf.apply(message, text(record.key()));
    if (message != null && fault.isEmpty()) {
      context().forward(record.withValue(new Checked.Usable<>(message, record.value())));
    } else {
      var headers =
          RejectedRecords.headers(
              record.headers(), context().recordMetadata(), fault.orElseThrow());
      context()
          .forward(record.withHeaders(headers).withValue(new Checked.Refused<T>(record.value())));
    }
  }

  private @Nullable T decode(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : codec.decode(bytes);
    } catch (UndecodableException e) {
      return null;
    }
  }

  private static @Nullable String text(byte @Nullable [] key) {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }
}
