package org.marsad.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Severity;
import org.marsad.standalone.client.ApiClient;
import org.marsad.standalone.client.ApiException;
import org.marsad.standalone.client.ServerEvent;
import org.marsad.standalone.client.ServerEvents;

/** Follows the alerts of a Marsad over breaks of the connection, each revision once. */
final class AlertWatch {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long AGAIN_AFTER_MS = 2_000;
  private static final int FIRST_FAULT_OF_SERVER = 500;
  private static final int PAGE = 1_000;

  /** Alerts whose revision is remembered, so that none shows twice. */
  private static final int REMEMBERED = 10_000;

  private final Server server;
  private final @Nullable String area;
  private final @Nullable Severity severity;
  private final Predicate<JsonNode> show;
  private final BooleanSupplier isWatched;
  private final Consumer<String> tell;
  private final Map<String, Integer> shown =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  private @Nullable String lastId;

  /** When the server was last heard, by its own clock. */
  private Instant heard = Instant.now();

  /** Where it is reached: after its restart it may have another address and token. */
  interface Server {
    /** Its API. */
    ApiClient api() throws IOException;
  }

  /**
   * @param area code of the only one; null: all
   * @param severity the least; null: all
   * @param show shows an alert, and says whether there is still somebody to show it to
   * @param isWatched whether there is somebody, while nothing comes
   * @param tell says what happens to the connection
   */
  AlertWatch(
      Server server,
      @Nullable String area,
      @Nullable Severity severity,
      Predicate<JsonNode> show,
      BooleanSupplier isWatched,
      Consumer<String> tell) {
    this.server = server;
    this.area = area;
    this.severity = severity;
    this.show = show;
    this.isWatched = isWatched;
    this.tell = tell;
  }

  /**
   * Shows alerts until nobody looks any more.
   *
   * @param since first those sent then or later; null: only what comes from now on
   * @throws IOException where the server cannot be reached at first, or sends us away
   */
  void run(@Nullable Instant since) throws IOException, InterruptedException {
    var isWatched = follow(server.api(), since);
    while (isWatched) {
      tell.accept("the connection broke; trying again until it stands");
      isWatched = followAgain();
    }
  }

  /** The same as {@link #follow}, as soon as the server is there again. */
  private boolean followAgain() throws IOException, InterruptedException {
    while (true) {
      Thread.sleep(AGAIN_AFTER_MS);
      try {
        return follow(server.api(), null);
      } catch (ApiException e) {
        if (e.status() < FIRST_FAULT_OF_SERVER) {
          throw e;
        }
      } catch (IOException e) {
        // not there yet
      }
    }
  }

  /** Whether somebody still looks when the connection ends. */
  private boolean follow(ApiClient api, @Nullable Instant since)
      throws IOException, InterruptedException {
    var isBack = lastId != null;
    try (var stream = api.events(lastId)) {
      if (isBack) {
        tell.accept("connected again");
      }
      if (since != null && !list(api, since)) { // while the stream waits: nothing falls between
        return false;
      }
      return show(api, new ServerEvents(stream));
    }
  }

  private boolean show(ApiClient api, ServerEvents events)
      throws IOException, InterruptedException {
    try {
      for (var event = events.next(); event != null; event = events.next()) {
        if (!take(api, event)) {
          return false;
        }
        lastId = event.id();
      }
    } catch (ApiException e) {
      throw e;
    } catch (IOException broken) {
      // as if it had ended
    }
    return true;
  }

  private boolean take(ApiClient api, ServerEvent event) throws IOException, InterruptedException {
    switch (event.name()) {
      case "alert" -> {
        var alert = JSON.readTree(event.data());
        return !isWanted(alert) || showOnce(alert);
      }
      case "heartbeat" -> {
        heard = Instant.parse(JSON.readTree(event.data()).path("now").asText());
        return isWatched.getAsBoolean();
      }
      case "reset" -> {
        tell.accept("Marsad was started anew, or too much was missed; reading what came since");
        return list(api, heard);
      }
      default -> {} // strikes, hospitals and the like
    }
    return true;
  }

  /** Those sent since then, oldest first. */
  private boolean list(ApiClient api, Instant since) throws IOException, InterruptedException {
    var query = new HashMap<String, @Nullable String>();
    query.put("since", since.toString());
    query.put("area", area);
    query.put("severity", severity == null ? null : severity.name());
    query.put("limit", Integer.toString(PAGE));
    var oldestFirst = new ArrayDeque<JsonNode>();
    String next;
    do {
      var page = api.get("/alerts", query);
      page.path("alerts").forEach(oldestFirst::addFirst);
      next = page.path("next").asText();
      query.put("after", next);
    } while (!next.isEmpty());
    for (var alert : oldestFirst) {
      if (!showOnce(alert)) {
        return false;
      }
    }
    return true;
  }

  private boolean showOnce(JsonNode alert) {
    var revision = alert.path("revision").asInt();
    var before = shown.put(alert.path("alertId").asText(), revision);
    return (before != null && before >= revision) || show.test(alert);
  }

  private boolean isWanted(JsonNode alert) {
    if (area != null && !area.equals(alert.path("area").asText())) {
      return false;
    }
    var its = Severity.valueOf(alert.path("severity").asText("UNKNOWN"));
    return severity == null || its == Severity.UNKNOWN || its.compareTo(severity) <= 0;
  }
}
