package org.marsad.processor.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void shouldEndEachPartWithAZeroByteAndWriteNumbersBigEndian() {
    // When
    var key = Keys.of("aleppo").then("حلب").then(20_738L).then("s-1").key();
    // Then
    var expected = ByteBuffer.allocate(64);
    expected.put("aleppo\0حلب\0".getBytes(StandardCharsets.UTF_8));
    expected.putLong(20_738).put((byte) 0);
    expected.put("s-1\0".getBytes(StandardCharsets.UTF_8));
    var bytes = new byte[expected.position()];
    expected.flip().get(bytes);
    assertThat(key).isEqualTo(Bytes.wrap(bytes));
    assertThat(Keys.lastText(key)).isEqualTo("s-1");
  }

  @Test
  void shouldHoldPartsOfAnyLength() {
    var text = "ح".repeat(300);
    assertThat(Keys.lastText(Keys.of("aleppo").then(1L).then(text).key())).isEqualTo(text);
  }

  @Test
  void shouldSortLikeItsParts() {
    assertThat(Keys.of("a").then(2L).then("x").key())
        .isGreaterThan(Keys.of("a").then(1L).then("y").key())
        .isLessThan(Keys.of("a").then(258L).key())
        .isLessThan(Keys.of("ab").then(1L).key());
  }
}
