package org.marsad.processor.rules.heaviest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.CountRange;

class CompactWriterTest {
  @Test
  void shouldReadWhatWasWrittenAtEveryEdgeOfSize() {
    var numbers =
        List.of(
            0L, 1L, 127L, 128L, 16_383L, 16_384L, 0xFFFF_FFFFL, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    var out = new CompactWriter();
    numbers.forEach(number -> out.number(number).signed(number).signed(-number));
    out.signed(Long.MIN_VALUE).flag(true).flag(false);
    out.bound(0).bound(CountRange.OPEN - 1).bound(CountRange.OPEN);
    out.text("").text("حلب · Aleppo").texts(List.of("b", "", "a")).text("x".repeat(5_000));
    out.range(null).range(new CountRange(1, 2, CountRange.OPEN)).range(CountRange.of(0));
    // When
    var in = new CompactReader(out.toBytes());
    // Then
    for (var number : numbers) {
      assertThat(in.number()).isEqualTo(number);
      assertThat(in.signed()).isEqualTo(number);
      assertThat(in.signed()).isEqualTo(-number);
    }
    assertThat(in.signed()).isEqualTo(Long.MIN_VALUE);
    assertThat(in.flag()).isTrue();
    assertThat(in.flag()).isFalse();
    assertThat(in.bound()).isZero();
    assertThat(in.bound()).isEqualTo(CountRange.OPEN - 1);
    assertThat(in.bound()).isEqualTo(CountRange.OPEN);
    assertThat(in.text()).isEmpty();
    assertThat(in.text()).isEqualTo("حلب · Aleppo");
    assertThat(in.texts()).containsExactly("", "a", "b");
    assertThat(in.text()).hasSize(5_000);
    assertThat(in.range()).isNull();
    assertThat(in.range()).isEqualTo(new CountRange(1, 2, CountRange.OPEN));
    assertThat(in.range()).isEqualTo(CountRange.of(0));
  }

  @Test
  void shouldWriteASmallNumberInOneByte() {
    assertThat(new CompactWriter().number(127).toBytes()).hasSize(1);
    assertThat(new CompactWriter().number(128).toBytes()).hasSize(2);
    assertThat(new CompactWriter().signed(-64).toBytes()).hasSize(1);
  }
}
