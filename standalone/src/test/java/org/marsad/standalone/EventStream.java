package org.marsad.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader of the API's event stream. */
final class EventStream implements AutoCloseable {
  private final List<JsonNode> alerts = new CopyOnWriteArrayList<>();
  private final CompletableFuture<?> reading;
  private String event = "";

  EventStream(Desk desk) {
    reading =
        HttpClient.newHttpClient()
            .sendAsync(desk.request("/stream").build(), BodyHandlers.ofLines())
            .thenAccept(answer -> answer.body().forEach(this::onLine));
  }

  /** The data of each event named alert. */
  List<JsonNode> alerts() {
    return alerts;
  }

  @Override
  public void close() {
    reading.cancel(true);
  }

  private void onLine(String line) {
    if (line.startsWith("event:")) {
      event = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:") && event.equals("alert")) {
      try {
        alerts.add(new ObjectMapper().readTree(line.substring("data:".length())));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
