package org.marsad.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader of the API's event stream. */
final class EventStream implements AutoCloseable {
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<?> reading;
  private String event = "";

  private record Event(String name, JsonNode data) {}

  EventStream(Desk desk) {
    this(desk.request("/stream"));
  }

  /**
   * @param request for the stream
   */
  EventStream(HttpRequest.Builder request) {
    reading =
        HttpClient.newHttpClient()
            .sendAsync(request.build(), BodyHandlers.ofLines())
            .thenAccept(answer -> answer.body().forEach(this::onLine));
  }

  /** The data of each event named alert. */
  List<JsonNode> alerts() {
    return named("alert");
  }

  /** The data of each event of a name. */
  List<JsonNode> named(String name) {
    return events.stream().filter(seen -> seen.name.equals(name)).map(Event::data).toList();
  }

  /** Whether the server has ended it. */
  boolean isOver() {
    return reading.isDone();
  }

  @Override
  public void close() {
    reading.cancel(true);
  }

  private void onLine(String line) {
    if (line.startsWith("event:")) {
      event = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      try {
        var data = new ObjectMapper().readTree(line.substring("data:".length()));
        events.add(new Event(event, data));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
