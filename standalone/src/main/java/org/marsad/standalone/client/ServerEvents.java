package org.marsad.standalone.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events, as the HTML standard has them. */
public final class ServerEvents {
  private final BufferedReader reader;
  private @Nullable String id;

  public ServerEvents(InputStream stream) {
    this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** The id of the newest event or greeting; null: none was said yet. */
  public @Nullable String lastId() {
    return id;
  }

  /**
   * The next event; null: the stream has ended. Comments and what has no data are passed over.
   *
   * @throws IOException where the connection breaks
   */
  public @Nullable ServerEvent next() throws IOException {
    var name = "message";
    var data = new StringBuilder();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          return new ServerEvent(id, name, data.substring(0, data.length() - 1));
        }
        name = "message";
        continue;
      }
      var colon = line.indexOf(':');
      var field = colon < 0 ? line : line.substring(0, colon);
      var value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "id" -> id = value;
        case "event" -> name = value;
        case "data" -> data.append(value).append('\n');
        default -> {} // comments, and how long to wait before coming back
      }
    }
    return null;
  }
}
