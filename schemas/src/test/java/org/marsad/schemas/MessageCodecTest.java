package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;

class MessageCodecTest {
  private static final int HEADER = 10; // C3 01 and the fingerprint

  private final MessageCodec<Acknowledgement> codec = MessageCodec.of(Acknowledgement.class);

  @Test
  void shouldBeginWithMarkerAndFingerprintWhenEncoded() throws IOException {
    // When
    var bytes = codec.encode(codec.decode(example()));
    // Then
    var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.get()).isEqualTo((byte) 0xC3);
    assertThat(header.get()).isEqualTo((byte) 0x01);
    assertThat(header.getLong())
        .isEqualTo(SchemaNormalization.parsingFingerprint64(Acknowledgement.getClassSchema()));
  }

  @Test
  void shouldLeaveNothingInTheNextMessageWhenOneCannotBeWritten() throws IOException {
    // Given
    var message = codec.decode(example());
    var usual = codec.encode(message);
    var broken = new Acknowledgement(); // without what must be there, but for its beginning
    broken.put(0, message.get(0));
    // When, then
    assertThatThrownBy(() -> codec.encode(broken)).isInstanceOf(RuntimeException.class);
    assertThat(codec.encode(message)).isEqualTo(usual);
  }

  @Test
  void shouldRefuseWhenBytesFollowTheMessage() throws IOException {
    // Given
    var bytes = example();
    var longer = Arrays.copyOf(bytes, bytes.length + 3);
    // When, then
    assertThatThrownBy(() -> codec.decode(longer))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("message: 3 bytes after its end (expected: none)");
  }

  @Test
  void shouldPassOverWhatIsNoMessageWhenItOnlyTries() throws IOException {
    assertThat(codec.tryDecode(example())).contains(codec.decode(example()));
    assertThat(codec.tryDecode(null)).isEmpty(); // a tombstone
    assertThat(codec.tryDecode(new byte[] {1, 2, 3})).isEmpty();
  }

  @Test
  void shouldRefuseWhenTheMessageIsCutAnywhere() throws IOException {
    var bytes = example();
    for (var length = 0; length < bytes.length; length++) {
      // Given
      var cut = Arrays.copyOf(bytes, length);
      // When, then
      assertThatThrownBy(() -> codec.decode(cut))
          .as("cut to %d of %d bytes", length, bytes.length)
          .isInstanceOf(UndecodableException.class);
    }
  }

  @Test
  void shouldRefuseWhenTheFingerprintIsUnknown() throws IOException {
    // Given
    var bytes = example();
    bytes[HEADER - 1] ^= 1;
    // When, then
    assertThatThrownBy(() -> codec.decode(bytes))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("expected: Avro single-object encoding of a published version");
  }

  @Test
  void shouldRefuseWhenTheMessageIsOfAnotherType() throws IOException {
    // Given
    var alert = Wire.write(Example.of(Alert.getClassSchema()));
    // When, then
    assertThatThrownBy(() -> codec.decode(alert)).isInstanceOf(UndecodableException.class);
  }

  @Test
  void shouldRefuseWhenALengthIsAbsurd() throws IOException {
    // Given: a first text that claims to be 2,147,483,000 bytes long
    var header = Arrays.copyOf(example(), HEADER);
    var bytes = ByteBuffer.allocate(HEADER + 5).put(header).put(hugeLength()).array();
    // When, then
    assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(UndecodableException.class);
  }

  @Test
  void shouldRefuseWhenACountIsAbsurd() {
    // Given: a list of names that claims to have 2,147,483,000 entries
    var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0xC3).put((byte) 0x01);
    header.putLong(SchemaNormalization.parsingFingerprint64(AreaProfile.getClassSchema()));
    var codeVersionKind = new byte[] {0, 2, 0};
    var bytes =
        ByteBuffer.allocate(HEADER + 8)
            .put(header.array())
            .put(codeVersionKind)
            .put(hugeLength())
            .array();
    // When, then
    assertThatThrownBy(() -> MessageCodec.of(AreaProfile.class).decode(bytes))
        .isInstanceOf(UndecodableException.class);
  }

  @Test
  void shouldReadOnWhenARefusedMessageCameBefore() throws IOException {
    // Given
    var bytes = example();
    assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, 20)))
        .isInstanceOf(UndecodableException.class);
    // When
    var message = codec.decode(bytes);
    // Then
    assertThat(message.getAlertId()).isEqualTo("alertId 0 الفردوس");
  }

  private static byte[] example() throws IOException {
    return Wire.write(Example.of(Acknowledgement.getClassSchema()));
  }

  /** 2,147,483,000 as Avro writes a long: zigzag, seven bits a byte, lowest first. */
  private static byte[] hugeLength() {
    var rest = 2_147_483_000L << 1;
    var bytes = new byte[5];
    for (var at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) ((rest & 0x7F) | (at < bytes.length - 1 ? 0x80 : 0));
      rest >>>= 7;
    }
    return bytes;
  }
}
