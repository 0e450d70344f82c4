package org.marsad.schemas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

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

  /**
   * Longest text, bytes: far over what Kafka carries in one record. Without it Avro believes a
   * damaged length of 2 GB, and one bad record ends the process for want of memory.
   */
  private static final String LONGEST_TEXT = Integer.toString(16 * 1024 * 1024);

  static {
    setUnlessGiven(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LONGEST_TEXT);
    setUnlessGiven(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LONGEST_TEXT);
    trustMessages();
  }

  private static final byte[] SINGLE_OBJECT = {(byte) 0xC3, 1};
  private static final ThreadLocal<Room> ROOMS = ThreadLocal.withInitial(Room::new);

  private final byte[] fingerprint;
  private final DatumWriter<T> writer;
  private final BinaryMessageDecoder<T> decoder;

  /**
   * Where a thread writes its messages one after the other. Avro's own encoder of single objects
   * writes without a buffer, which takes a tenth more of a report's time.
   */
  private static final class Room {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private @Nullable BinaryEncoder encoder;
  }

  private MessageCodec(Schema schema, SpecificData model, List<Schema> readable) {
    var versions = new SchemaStore.Cache();
    readable.forEach(versions::addSchema);
    this.fingerprint = fingerprint(schema);
    this.writer = new SpecificDatumWriter<>(schema, model);
    this.decoder = new BinaryMessageDecoder<>(model, schema, versions);
  }

  /**
   * Lets Avro make the classes of our messages. It refuses them otherwise ("Forbidden …"), even to
   * a builder that only fills a field's default in.
   *
   * <p>Loading this class does it, so code that reads or writes messages need not care. Code that
   * builds a message before it touches a codec or a serde calls this first. Harmless a second time.
   */
  public static void trustMessages() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            type -> type.getPackageName().equals(TRUSTED_PACKAGE), ClassSecurityValidator.DEFAULT));
  }

  /** The codec of a message type, which reads every published version of it. */
  public static <T extends SpecificRecord> MessageCodec<T> of(Class<T> type) {
    var schema = SpecificData.getForClass(type).getSchema(type);
    return of(type, published(schema.getName()));
  }

  /** A codec that reads the given versions, and today's. */
  static <T extends SpecificRecord> MessageCodec<T> of(Class<T> type, List<Schema> readable) {
    var model = SpecificData.getForClass(type);
    return new MessageCodec<>(model.getSchema(type), model, readable);
  }

  public byte[] encode(T message) {
    var room = ROOMS.get();
    var bytes = room.bytes;
    bytes.reset();
    bytes.writeBytes(SINGLE_OBJECT);
    bytes.writeBytes(fingerprint);
    try {
      var encoder = EncoderFactory.get().binaryEncoder(bytes, room.encoder);
      room.encoder = null; // what a failure leaves in it would begin the next message
      writer.write(message, encoder);
      encoder.flush();
      room.encoder = encoder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] fingerprint(Schema schema) {
    try {
      return SchemaNormalization.parsingFingerprint("CRC-64-AVRO", schema);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // it is Avro's own
    }
  }

  /** Reads a message; empty where there is none, or none that can be decoded. */
  public Optional<T> tryDecode(byte @Nullable [] bytes) {
    try {
      return bytes == null ? Optional.empty() : Optional.of(decode(bytes));
    } catch (UndecodableException e) {
      return Optional.empty(); // one bad record must not keep the others from being read
    }
  }

  /**
   * Reads a message that any published version wrote.
   *
   * <p>Bytes after the message's end are refused too: none of our writers leaves any, so such a
   * record is damaged, and what was read of it cannot be relied on.
   *
   * @throws UndecodableException when the bytes are no such message
   */
  public T decode(byte[] bytes) {
    var in = new ByteArrayInputStream(bytes);
    T message;
    try {
      message = decoder.decode(in);
    } catch (IOException | RuntimeException e) {
      throw new UndecodableException(e);
    }
    if (in.available() > 0) {
      throw new UndecodableException(in.available());
    }
    return message;
  }

  /** Avro reads its limits once, before the first message is decoded. */
  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The published versions of a message, oldest first. */
  static List<Schema> published(String message) {
    var versions = new ArrayList<Schema>();
    var text = historyOf(message, 1);
    while (text != null) {
      versions.add(new Schema.Parser().parse(text));
      text = historyOf(message, versions.size() + 1);
    }
    return versions;
  }

  /** The text of a published version, or null where there is no such version. */
  private static @Nullable String historyOf(String message, int version) {
    var name = "history/%s/v%d.avsc".formatted(message, version);
    try (InputStream in = MessageCodec.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
