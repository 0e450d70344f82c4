package org.marsad.benchmarks.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final List<Integer> received = new ArrayList<>();
  private final Reader reader = new Reader(received::add, true);

  @Test
  void shouldReadAlertsWhereverTheChunksEnd() throws IOException {
    // Given
    var stream = event("e:1", "alert", alert(0)) + event(null, "heartbeat", "{}");
    var rest = event("e:2", "alert", alert(1));
    // When
    connect();
    take(HEAD + chunk(stream + rest.substring(0, 9)) + chunk(rest.substring(9)));
    // Then
    assertThat(received).containsExactly(0, 1);
    assertThat(reader.hasAll(2)).isTrue();
    assertThat(reader.request(80, "t")).contains("Last-Event-ID: e:2\r\n");
  }

  @Test
  void shouldResumeFromTheLastWholeEventAfterACut() throws IOException {
    // Given
    connect();
    take(HEAD + chunk(event("e:1", "alert", alert(0)) + "id: e:2\nevent: alert\n"));
    // When
    reader.cut();
    connect();
    take(HEAD + chunk(event("e:2", "alert", alert(1))));
    // Then
    assertThat(received).containsExactly(0, 1);
    assertThat(reader.hasAll(2)).isTrue();
    assertThat(reader.cuts()).isEqualTo(1);
  }

  @Test
  void shouldSayThatAnAlertIsMissingOrCameTwiceOrThatItMustBeginAnew() throws IOException {
    for (var after :
        List.of(
            event("e:2", "alert", alert(2)),
            event("e:2", "alert", alert(0)),
            event("e:2", "alert", alert(1)) + event("e:3", "reset", "{}"))) {
      // Given
      var other = new Reader(received::add, false);
      other.connected(key());
      // When
      other.take(bytes(HEAD + chunk(event("e:1", "alert", alert(0)) + after)));
      // Then
      assertThat(other.hasAll(2)).as(after).isFalse();
    }
  }

  private void connect() throws IOException {
    reader.connected(key());
  }

  private static SelectionKey key() throws IOException {
    var selector = Selector.open();
    var source = Pipe.open().source();
    source.configureBlocking(false);
    return source.register(selector, SelectionKey.OP_READ);
  }

  private void take(String answer) {
    reader.take(bytes(answer));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String alert(int number) {
    return "{\"alertId\":\"strike:%s\"}".formatted(Crowd.strikeId(number));
  }

  private static String event(@Nullable String id, String name, String data) {
    return (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}
