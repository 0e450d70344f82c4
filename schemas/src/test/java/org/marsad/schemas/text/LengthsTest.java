package org.marsad.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {
  @ParameterizedTest
  @CsvSource({
    "2h, PT2H",
    "90m, PT1H30M",
    "1h30m, PT1H30M",
    "3d, PT72H",
    "1D12H, PT36H",
    "45s, PT45S",
    "PT2H30M, PT2H30M",
    "pt2h, PT2H",
    "P1D, PT24H"
  })
  void shouldReadWhatPeopleWrite(String text, Duration length) {
    assertThat(Lengths.parse(text)).isEqualTo(length);
    assertThat(Lengths.parse(Lengths.text(length))).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h", "2", "2 h", "30m1h", "-2h", "two hours", "2h2h", "P", "123456d"})
  void shouldRefuseWhatIsNone(String text) {
    assertThat(Lengths.isOne(text)).isFalse();
    assertThatThrownBy(() -> Lengths.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void shouldKeepToTheSecond() {
    assertThat(Lengths.text(Duration.ofDays(7))).isEqualTo("604800s");
  }
}
