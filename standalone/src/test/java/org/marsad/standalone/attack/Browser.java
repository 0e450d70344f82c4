package org.marsad.standalone.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Whoever asks a server, and watches its stream of events. */
final class Browser implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of("content-type", "etag", "last-modified", "cache-control", "retry-after");
  private static final Pattern TOLD = Pattern.compile("\"told\":\\{[^}]*\\},?");

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final String url;
  private final List<CompletableFuture<?>> watching = new ArrayList<>();

  Browser(String url) {
    this.url = url;
  }

  /** Follows the events of these users from now on. */
  void watch(List<String> users) {
    for (var user : users) {
      var stream =
          request("/api/v1/stream").header("Authorization", "Bearer " + Tokens.of(user)).build();
      watching.add(
          client
              .sendAsync(stream, BodyHandlers.ofLines())
              .thenAccept(answer -> answer.body().forEach(line -> see(user, line))));
    }
  }

  /**
   * Kinds and data of the events that were seen, sorted: topics are read in no order. How many were
   * told is left out: the clock says how often it is said, and the lists have the same numbers.
   */
  List<String> events() {
    return events.stream()
        .filter(event -> !event.contains(" data: {\"told\":"))
        .map(event -> TOLD.matcher(event).replaceAll(""))
        .sorted()
        .toList();
  }

  /** Status, telling headers and body. */
  String get(String path) throws IOException, InterruptedException {
    return text(client.send(request(path).build(), BodyHandlers.ofString()));
  }

  /** The same, with a token. */
  String get(String path, String token) throws IOException, InterruptedException {
    return text(
        client.send(
            request(path).header("Authorization", "Bearer " + token).build(),
            BodyHandlers.ofString()));
  }

  /** The same for something that is posted as JSON. */
  String post(String path, String token, String body) throws IOException, InterruptedException {
    return text(
        client.send(
            request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString()));
  }

  @Override
  public void close() {
    watching.forEach(stream -> stream.cancel(true));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private String text(HttpResponse<String> answer) {
    var text = new StringBuilder().append(answer.statusCode()).append('\n');
    for (var header : HEADERS) {
      answer
          .headers()
          .firstValue(header)
          .ifPresent(v -> text.append(header).append(": " + v + "\n"));
    }
    return text.append(answer.body()).toString();
  }

  private void see(String user, String line) {
    if (line.startsWith("data:") && !line.contains("\"caughtUp\"")) {
      events.add(user + " " + line);
    }
  }
}
