package org.marsad.standalone.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ntfy server that stands in, and the screens behind it: a later revision replaces the last. */
final class Screens implements AutoCloseable {
  /** From this priority on ntfy makes a sound. */
  private static final int SOUND = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StandIn server;
  private final Map<String, List<Note>> unread = new HashMap<>();
  private final Map<String, Map<String, Note>> shown = new HashMap<>();

  /**
   * A notification.
   *
   * @param isLoud whether it makes a sound
   * @param text headline and what stands below it
   */
  record Note(boolean isLoud, String text) {}

  Screens() throws IOException {
    server = new StandIn(this::publish);
  }

  /** A channel that ends at somebody's screen, as a line of the file of subscribers. */
  String channel(String owner) {
    return "{name: screen, type: ntfy, url: \"%s\", own-network: true, topic: \"%s\"}"
        .formatted(server.url(), owner);
  }

  /** What came with a sound since somebody last looked, and what without one. */
  synchronized List<Note> read(String owner) {
    var notes = unread.remove(owner);
    return notes == null ? List.of() : List.copyOf(notes);
  }

  /** What stands on somebody's screen now, in the order in which it first came. */
  synchronized List<String> shown(String owner) {
    return shown.getOrDefault(owner, Map.of()).values().stream().map(Note::text).toList();
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized void publish(String body) {
    var json = read(body, JSON);
    var owner = json.path("topic").asText();
    var note =
        new Note(
            json.path("priority").asInt() >= SOUND,
            json.path("title").asText() + "\n" + json.path("message").asText());
    unread.computeIfAbsent(owner, who -> new ArrayList<>()).add(note);
    shown
        .computeIfAbsent(owner, who -> new LinkedHashMap<>())
        .put(json.path("sequence_id").asText(), note);
  }

  private static JsonNode read(String body, ObjectMapper json) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
