package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Reads an event stream as a browser's connection would, in a thread of its own. */
final class EventReader implements AutoCloseable {
  private final InputStream in;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final HttpResponse<InputStream> answer;
  private volatile boolean ended;

  EventReader(HttpClient http, URI events, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(events).header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    in = answer.body();
    var thread = new Thread(this::read, "event-reader");
    thread.setDaemon(true);
    thread.start();
  }

  /** What has come so far. */
  String text() {
    return taken.toString(StandardCharsets.UTF_8);
  }

  /** How much has come so far, bytes. */
  int size() {
    return taken.size();
  }

  String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** The server has ended the stream. */
  boolean ended() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void read() {
    var bytes = new byte[8192];
    try {
      for (var n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        taken.write(bytes, 0, n);
      }
    } catch (IOException e) {
      // the test has closed it, or the server has cut it
    }
    ended = true;
  }
}
