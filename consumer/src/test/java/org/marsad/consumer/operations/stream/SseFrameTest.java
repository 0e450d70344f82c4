package org.marsad.consumer.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseFrameTest {
  @Test
  void shouldWriteFieldsAndABlankLine() {
    assertThat(text(SseFrame.event("e:1", "alert", "{\"place\":\"حلب\"}")))
        .isEqualTo("id: e:1\nevent: alert\ndata: {\"place\":\"حلب\"}\n\n");
  }

  @Test
  void shouldLeaveTheIdOutWhenThereIsNone() {
    assertThat(text(SseFrame.event(null, "heartbeat", "{}")))
        .isEqualTo("event: heartbeat\ndata: {}\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb"})
  void shouldSplitDataAtEveryKindOfLineBreak(String data) {
    assertThat(text(SseFrame.event(null, "x", data))).isEqualTo("event: x\ndata: a\ndata: b\n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nevent: alert", "a\rdata: x", "a\0"})
  void shouldRefuseLineBreaksInIdsAndNames(String value) {
    assertThatThrownBy(() -> SseFrame.event(value, "alert", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("id: character ");
    assertThatThrownBy(() -> SseFrame.event("e:1", value, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("event: character ");
  }

  @Test
  void shouldGreetWithoutRaisingAnEvent() {
    assertThat(text(SseFrame.greeting("e:7", Duration.ofMillis(2500))))
        .isEqualTo("retry: 2500\nid: e:7\n\n");
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }
}
