package org.marsad.benchmarks.streaming;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the stream (WHATWG HTML, 9.2, over the chunks of RFC 9112, 7.1): whether its alerts
 * came in order, each once, and from where it resumes.
 */
final class Reader {
  /** Of a line no more is looked at. */
  private static final int LINE = 200;

  private static final String NUMBER = "strike:stream-";

  private final IntConsumer received;
  private final boolean timed;
  private final StringBuilder size = new StringBuilder();
  private final byte[] line = new byte[LINE];
  private int length;
  private volatile @Nullable SelectionKey key;

  /** Bytes left of a chunk; negative while its size, or what is before it, is read. */
  private int chunk;

  private boolean inHead;
  private boolean isAlert;
  private String id = "";
  private @Nullable String lastId;
  private int number;
  private final AtomicInteger alerts = new AtomicInteger();
  private volatile boolean wrong;
  private volatile boolean greeted;
  private final AtomicInteger cuts = new AtomicInteger();

  /**
   * A reader that is not connected yet.
   *
   * @param received is told the number of each alert
   * @param timed whether it is
   */
  Reader(IntConsumer received, boolean timed) {
    this.received = received;
    this.timed = timed;
  }

  /** What it asks, from where it was. */
  String request(int port, String token) {
    return "GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(port, token, lastId == null ? "" : "Last-Event-ID: " + lastId + "\r\n");
  }

  void connected(SelectionKey connection) {
    length = 0;
    size.setLength(0);
    inHead = true;
    isAlert = false;
    id = "";
    chunk = -1;
    key = connection;
  }

  SelectionKey key() {
    return Objects.requireNonNull(key);
  }

  /** Takes what came. */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      var next = bytes.get();
      if (chunk > 0) {
        chunk--;
        if (next != '\n') {
          append(next);
        } else {
          line();
        }
        if (chunk == 0) {
          chunk = -1;
        }
      } else {
        frame(next);
      }
    }
  }

  /** What is around the chunks: the head of the answer, and the size of each. */
  private void frame(byte next) {
    if (next != '\n') {
      size.append((char) next);
      return;
    }
    var text = size.toString().strip();
    size.setLength(0);
    if (inHead) {
      if (text.startsWith("HTTP/") && !text.contains(" 200 ")) {
        wrong = true;
      }
      inHead = !text.isEmpty();
    } else if (!text.isEmpty()) {
      chunk = Integer.parseInt(text, 16);
    }
  }

  private void append(byte next) {
    if (length < LINE) {
      line[length++] = next;
    }
  }

  private void line() {
    var text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    if (text.isEmpty()) {
      dispatch();
    } else if (text.startsWith("id: ")) {
      id = text.substring("id: ".length());
    } else if (text.startsWith("event: ")) {
      isAlert = text.equals("event: alert");
      wrong |= text.equals("event: reset");
    } else if (isAlert && text.startsWith("data: ")) {
      var at = text.indexOf(NUMBER) + NUMBER.length();
      number = Integer.parseInt(text.substring(at, text.indexOf('"', at)));
    }
  }

  /** An event is whole. */
  private void dispatch() {
    greeted = true;
    lastId = id.isEmpty() ? lastId : id;
    if (isAlert) {
      isAlert = false;
      wrong |= number != alerts.getAndIncrement();
      if (timed) {
        received.accept(number);
      }
    }
  }

  /** The server closed the connection. */
  void cut() {
    cuts.incrementAndGet();
  }

  boolean isGreeted() {
    return greeted;
  }

  int alerts() {
    return alerts.get();
  }

  int cuts() {
    return cuts.get();
  }

  /** Whether it got every alert, in order, each once, and was never told to begin anew. */
  boolean hasAll(int all) {
    return !wrong && alerts.get() == all;
  }
}
