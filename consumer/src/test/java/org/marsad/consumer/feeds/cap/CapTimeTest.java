package org.marsad.consumer.feeds.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapTimeTest {
  @ParameterizedTest
  @CsvSource({
    "Asia/Damascus,2016-10-11T11:05:00Z,2016-10-11T14:05:00+03:00",
    "Asia/Damascus,2016-10-11T11:05:09.999Z,2016-10-11T14:05:09+03:00",
    "Asia/Damascus,2016-10-28T12:00:00Z,2016-10-28T14:00:00+02:00",
    "America/New_York,2016-10-11T11:05:00Z,2016-10-11T07:05:00-04:00",
    "UTC,2016-10-11T11:05:00Z,2016-10-11T11:05:00-00:00",
    "Europe/London,2016-12-11T11:05:00Z,2016-12-11T11:05:00-00:00",
    "No/Where,2016-10-11T11:05:00Z,2016-10-11T11:05:00-00:00",
    "Asia/Damascus,1900-01-01T00:00:00Z,1900-01-01T00:00:00-00:00"
  })
  void shouldWriteSecondsAndTheOffset(String zone, Instant instant, String expected) {
    assertThat(CapTime.in(zone).of(instant)).isEqualTo(expected);
  }

  @Test
  void shouldReadWhatItWrote() {
    var noon = Instant.parse("2016-10-11T12:00:00Z");
    assertThat(CapTime.parse(CapTime.in("Asia/Damascus").of(noon))).contains(noon);
    assertThat(CapTime.parse(CapTime.in("UTC").of(noon))).contains(noon);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-10-11T14:05:00Z",
        "2016-10-11T14:05:00+00:00",
        "2016-10-11T14:05+03:00",
        "2016-10-11T14:05:00.0+03:00",
        "2016-10-11T14:05:00",
        "2016-13-11T14:05:00+03:00",
        "2016-10-11 14:05:00+03:00",
        ""
      })
  void shouldRefuseOtherForms(String text) {
    assertThat(CapTime.parse(text)).isEmpty();
  }
}
