package org.marsad.consumer.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.fixtures.FakeOutput;

class EventHubTest {
  private static final int FRAME_BYTES = frame("e:1", "1").length();

  private final EventHub hub = new EventHub("e", 3 * FRAME_BYTES, Runnable::run);

  @Test
  void shouldSendEachEventToEverybodyWithCountedIds() {
    // Given
    var one = join(null);
    var two = join(null);
    // When
    publish("1", "2");
    // Then
    for (var reader : List.of(one, two)) {
      assertThat(reader.text()).endsWith(frame("e:1", "1") + frame("e:2", "2"));
    }
    assertThat(hub.clients()).isEqualTo(2);
  }

  @Test
  void shouldTellANewcomerWhereToResumeButNothingOfThePast() {
    // Given
    publish("1", "2");
    // When
    var reader = join(null);
    // Then
    assertThat(reader.text()).matches("retry: [2-4]\\d{3}\nid: e:2\n\n");
  }

  @Test
  void shouldSendExactlyWhatWasMissedToAReaderThatComesBack() {
    // Given
    publish("1", "2", "3");
    // When
    var reader = join("e:1");
    publish("4");
    // Then
    assertThat(reader.text())
        .endsWith("id: e:1\n\n" + frame("e:2", "2") + frame("e:3", "3") + frame("e:4", "4"))
        .doesNotContain("reset");
  }

  @Test
  void shouldResumeFromTheVeryEdgeOfTheHistory() {
    // Given
    publish("1", "2", "3", "4", "5");
    // When
    var reader = join("e:2");
    // Then
    assertThat(reader.text())
        .endsWith(frame("e:3", "3") + frame("e:4", "4") + frame("e:5", "5"))
        .doesNotContain("reset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"e:1", "other:4", "e:9", "e:-1", "e:x", "e", "", "e:99999999999999999999"})
  void shouldResetAReaderWhoseHistoryIsLost(String lastEventId) {
    // Given
    publish("1", "2", "3", "4", "5");
    // When
    var reader = join(lastEventId);
    publish("6");
    // Then
    assertThat(reader.text())
        .contains("id: e:5\nevent: reset\ndata: {\"reason\":\"HISTORY_LOST\"}\n\n")
        .endsWith(frame("e:6", "6"))
        .doesNotContain(frame("e:5", "5"));
  }

  @Test
  void shouldForgetAReaderThatLeft() {
    // Given
    var reader = join(null);
    reader.broken = true;
    // When
    publish("1");
    // Then
    assertThat(hub.clients()).isZero();
  }

  @Test
  void shouldSendHeartbeatsWithoutKeepingThem() {
    // Given
    publish("1");
    // When
    hub.send(SseFrame.event(null, "heartbeat", "{}"));
    // Then
    assertThat(join("e:0").text()).doesNotContain("heartbeat").endsWith(frame("e:1", "1"));
  }

  private FakeOutput join(@Nullable String lastEventId) {
    var out = new FakeOutput();
    var client = new StreamClient(out, 10_000, () -> {});
    var gone = hub.join(client, lastEventId);
    assertThat(gone).isNotDone();
    client.onWritePossible();
    return out;
  }

  private void publish(String... values) {
    for (var value : values) {
      hub.publish("alert", value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String frame(String id, String data) {
    return "id: " + id + "\nevent: alert\ndata: " + data + "\n\n";
  }
}
