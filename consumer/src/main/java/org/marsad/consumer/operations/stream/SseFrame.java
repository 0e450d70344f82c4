package org.marsad.consumer.operations.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Server-sent events as bytes (WHATWG HTML, 9.2): serialised once, shared among all readers. */
public final class SseFrame {
  private SseFrame() {}

  /**
   * An event.
   *
   * @param id what a reader resumes from; null leaves its last id as it was
   * @param event the event's name
   * @param data any text; each of its lines becomes a {@code data} field, whatever ends the line
   * @throws IllegalArgumentException when id or name hold a line break or NUL
   */
  public static byte[] event(@Nullable String id, String event, String data) {
    var frame = new StringBuilder(data.length() + 64);
    if (id != null) {
      field(frame, "id", id);
    }
    field(frame, "event", event);
    for (var line : data.split("\r\n|\r|\n", -1)) {
      field(frame, "data", line);
    }
    return end(frame);
  }

  /**
   * What a reader is told first: from where to resume and when to come back. It raises no event.
   */
  public static byte[] greeting(String id, Duration retry) {
    var frame = new StringBuilder();
    field(frame, "retry", Long.toString(retry.toMillis()));
    field(frame, "id", id);
    return end(frame);
  }

  private static void field(StringBuilder frame, String name, String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        throw new IllegalArgumentException(
            name + ": character " + (int) c + " (expected: no line break, no NUL)");
      }
    }
    frame.append(name).append(": ").append(value).append('\n');
  }

  private static byte[] end(StringBuilder frame) {
    return frame.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
