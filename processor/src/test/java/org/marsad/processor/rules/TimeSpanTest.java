package org.marsad.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeSpanTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");

  @Test
  void shouldBelongToTheDayBeforeMidnightWhenItEndsAtMidnight() {
    // Given midnight in Damascus, three hours ahead of UTC
    var evening = span("2016-10-12T20:00:00Z", "2016-10-12T21:00:00Z");
    assertThat(evening.firstDay(DAMASCUS)).isEqualTo(day("2016-10-12"));
    assertThat(evening.lastDay(DAMASCUS)).isEqualTo(day("2016-10-12"));
  }

  @Test
  void shouldTouchTheNextDayWhenItEndsAMillisecondAfterMidnight() {
    var across = span("2016-10-12T20:00:00Z", "2016-10-12T21:00:00.001Z");
    assertThat(across.firstDay(DAMASCUS)).isEqualTo(day("2016-10-12"));
    assertThat(across.lastDay(DAMASCUS)).isEqualTo(day("2016-10-13"));
  }

  @Test
  void shouldBelongToTheNewDayWhenItIsAnInstantAtMidnight() {
    var midnight = span("2016-10-12T21:00:00Z", "2016-10-12T21:00:00Z");
    assertThat(midnight.firstDay(DAMASCUS)).isEqualTo(day("2016-10-13"));
    assertThat(midnight.lastDay(DAMASCUS)).isEqualTo(day("2016-10-13"));
  }

  @Test
  void shouldTouchOneDayAloneWhenTheClocksGoBackAndTheDayLastsTwentyFiveHours() {
    // Given the end of 27 October 2016, when Damascus went back from UTC+3 to UTC+2
    var start = LocalDate.parse("2016-10-27").atStartOfDay(DAMASCUS).toInstant();
    var end = LocalDate.parse("2016-10-28").atStartOfDay(DAMASCUS).toInstant();
    var theDay = new TimeSpan(start, end, TimePrecision.DAY);
    assertThat(Duration.between(start, end)).isEqualTo(Duration.ofHours(25));
    assertThat(theDay.firstDay(DAMASCUS)).isEqualTo(theDay.lastDay(DAMASCUS));
    assertThat(theDay.firstDay(DAMASCUS)).isEqualTo(day("2016-10-27"));
    // Then a day of 24 hours from its start ends an hour before the 28th
    assertThat(span(start, start.plus(Duration.ofHours(24))).lastDay(DAMASCUS))
        .isEqualTo(day("2016-10-27"));
    assertThat(span(start, end.plusMillis(1)).lastDay(DAMASCUS)).isEqualTo(day("2016-10-28"));
  }

  @Test
  void shouldCountTheLeapDay() {
    var noon = Instant.parse("2016-02-29T09:00:00Z");
    assertThat(span(noon, noon).firstDay(DAMASCUS)).isEqualTo(day("2016-02-29"));
    assertThat(
            span(noon.plus(Duration.ofDays(1)), noon.plus(Duration.ofDays(1))).firstDay(DAMASCUS))
        .isEqualTo(day("2016-02-29") + 1)
        .isEqualTo(day("2016-03-01"));
  }

  @Test
  void shouldHaveNoGapToWhatItOverlapsOnceBothAreGrown() {
    var noon = span("2016-10-12T09:00:00Z", "2016-10-12T09:00:00Z");
    var later = span("2016-10-12T09:02:00Z", "2016-10-12T09:02:00Z");
    var muchLater = span("2016-10-12T09:05:00Z", "2016-10-12T09:05:00Z");
    assertThat(noon.gapTo(noon)).isZero();
    assertThat(noon.gapTo(later)).isZero();
    assertThat(noon.gapTo(muchLater)).isEqualTo(Duration.ofMinutes(3));
    assertThat(muchLater.gapTo(noon)).isEqualTo(Duration.ofMinutes(3));
    var around = span("2016-10-12T08:00:00Z", "2016-10-12T10:00:00Z");
    assertThat(around.gapTo(noon)).isZero();
    assertThat(noon.gapTo(around)).isZero();
  }

  @Test
  void shouldBeFineUpToTheHourAndToADay() {
    var start = Instant.parse("2016-10-12T09:00:00Z");
    assertThat(new TimeSpan(start, start, TimePrecision.HOUR).isFine()).isTrue();
    assertThat(new TimeSpan(start, start, TimePrecision.DAY).isFine()).isFalse();
    assertThat(span(start, start.plus(Duration.ofHours(24))).isFine()).isTrue();
    assertThat(span(start, start.plus(Duration.ofHours(24)).plusMillis(1)).isFine()).isFalse();
  }

  @Test
  void shouldRefuseAnEndBeforeTheStart() {
    assertThatThrownBy(() -> span("2016-10-12T09:00:00Z", "2016-10-12T08:59:59Z"))
        .hasMessage("until: 2016-10-12T08:59:59Z (expected: >= 2016-10-12T09:00:00Z)");
  }

  private static TimeSpan span(String from, String until) {
    return span(Instant.parse(from), Instant.parse(until));
  }

  private static TimeSpan span(Instant from, Instant until) {
    return new TimeSpan(from, until, TimePrecision.MINUTE);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
