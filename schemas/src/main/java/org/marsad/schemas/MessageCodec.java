package org.marsad.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Messages to bytes and back, in Avro single-object encoding: {@code C3 01}, the schema's
 * fingerprint, the body. A reader holds every published version of the schema, so that nothing but
 * Kafka is needed to read an old message.
 *
 * <p>Not thread-safe: each thread takes a codec of its own.
 *
 * @param <T> the message
 */
public final class MessageCodec<T extends SpecificRecord> {
  /** The one package whose classes Avro may instantiate, besides its own defaults. */
  static final String TRUSTED_PACKAGE = "org.marsad.message";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            type -> type.getPackageName().equals(TRUSTED_PACKAGE), ClassSecurityValidator.DEFAULT));
  }

  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  private MessageCodec(Schema schema, SpecificData model) {
    this.encoder = new BinaryMessageEncoder<>(model, schema);
    this.decoder = new BinaryMessageDecoder<>(model, schema, published(schema));
  }

  /** The codec of a message type, which reads every published version of it. */
  public static <T extends SpecificRecord> MessageCodec<T> of(Class<T> type) {
    var model = SpecificData.getForClass(type);
    return new MessageCodec<>(model.getSchema(type), model);
  }

  public byte[] encode(T message) {
    try {
      ByteBuffer bytes = encoder.encode(message);
      var copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a message that any published version wrote.
   *
   * @throws UndecodableException when the bytes are no such message
   */
  public T decode(byte[] bytes) {
    try {
      return decoder.decode(bytes);
    } catch (IOException | RuntimeException e) {
      throw new UndecodableException(e);
    }
  }

  private static SchemaStore published(Schema schema) {
    var versions = new SchemaStore.Cache();
    for (var version = 1; ; version++) {
      var text = historyOf(schema.getName(), version);
      if (text == null) {
        return versions;
      }
      versions.addSchema(new Schema.Parser().parse(text));
    }
  }

  /** The text of a published version, or null where there is no such version. */
  static @org.jspecify.annotations.Nullable String historyOf(String message, int version) {
    var name = "history/%s/v%d.avsc".formatted(message, version);
    try (InputStream in = MessageCodec.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
