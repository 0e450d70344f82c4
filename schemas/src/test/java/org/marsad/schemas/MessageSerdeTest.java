package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.marsad.message.Strike;

class MessageSerdeTest {
  private final MessageSerde<Strike> serde = MessageSerde.of(Strike.class);

  @Test
  void shouldGiveTheSameMessageBackWhenWrittenAndRead() throws Exception {
    // Given
    var strike =
        MessageCodec.of(Strike.class).decode(Wire.write(Example.of(Strike.getClassSchema())));
    // When
    var bytes = serde.serializer().serialize("strikes", strike);
    // Then
    assertThat(serde.deserializer().deserialize("strikes", bytes)).isEqualTo(strike);
  }

  @Test
  void shouldKeepATombstoneWhenTheValueIsNull() {
    assertThat(serde.serializer().serialize("strikes", null)).isNull();
    assertThat(serde.deserializer().deserialize("strikes", null)).isNull();
  }

  @Test
  void shouldRefuseWhenTheBytesAreNoMessage() {
    // Given
    var reader = serde.deserializer();
    // When, then
    assertThatThrownBy(() -> reader.deserialize("strikes", new byte[0]))
        .isInstanceOf(UndecodableException.class);
    assertThatThrownBy(() -> reader.deserialize("strikes", new byte[] {123, 125}))
        .isInstanceOf(UndecodableException.class);
  }
}
