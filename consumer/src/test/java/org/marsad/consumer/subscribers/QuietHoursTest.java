package org.marsad.consumer.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus"); // UTC+3 since 2022

  @ParameterizedTest
  @CsvSource({
    "2025-06-01T18:59:59.999Z,false",
    "2025-06-01T19:00:00Z,true",
    "2025-06-01T21:00:00Z,true",
    "2025-06-02T02:59:59.999Z,true",
    "2025-06-02T03:00:00Z,false"
  })
  void shouldSpanMidnightByTheClocksOfTheZone(Instant at, boolean quiet) {
    assertThat(hours("22:00", "06:00", DAMASCUS).isQuiet(at)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-01T09:59:59Z,false",
    "2025-06-01T10:00:00Z,true",
    "2025-06-01T11:00:00Z,false",
    "2025-06-01T23:00:00Z,false"
  })
  void shouldLieWithinOneDay(Instant at, boolean quiet) {
    assertThat(hours("13:00", "14:00", DAMASCUS).isQuiet(at)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-01T19:00:00Z,2025-06-02T03:00:00Z",
    "2025-06-02T02:59:59Z,2025-06-02T03:00:00Z",
    "2025-06-02T03:00:00Z,2025-06-03T03:00:00Z"
  })
  void shouldTellWhenTheyEnd(Instant at, Instant end) {
    assertThat(hours("22:00", "06:00", DAMASCUS).endAfter(at)).isEqualTo(end);
  }

  /** In Berlin, 02:30 comes twice on 26 October 2025 and not at all on 30 March. */
  @ParameterizedTest
  @CsvSource({
    "2025-10-26T00:10:00Z,2025-10-26T00:30:00Z",
    "2025-10-26T01:10:00Z,2025-10-26T01:30:00Z",
    "2025-03-30T00:50:00Z,2025-03-30T01:30:00Z"
  })
  void shouldEndWhereTheClocksAreChanged(Instant at, Instant end) {
    var hours = hours("22:00", "02:30", ZoneId.of("Europe/Berlin"));
    assertThat(hours.isQuiet(at)).isTrue();
    assertThat(hours.endAfter(at)).isEqualTo(end);
    assertThat(hours.isQuiet(end)).isFalse();
  }

  @Test
  void shouldRefuseHoursWithoutAnEnd() {
    assertThatIllegalArgumentException().isThrownBy(() -> hours("22:00", "22:00", DAMASCUS));
  }

  private static QuietHours hours(String from, String until, ZoneId zone) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(until), zone);
  }
}
