package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.consumer.areas.Etag;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Problem;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Request;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.text.AllWords;

/** The words of the page: those of the alerts, and its own. */
public final class WordRoutes {
  private static final List<String> LANGUAGES = List.of("en", "ar");
  private static final String OWN = "/org/marsad/consumer/operations/page/texts.%s.json";

  private final Map<String, byte[]> byLanguage =
      LANGUAGES.stream().collect(Collectors.toMap(language -> language, WordRoutes::json));

  /** Its routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/words/{language}", "getWords")
            .summary("The words of alerts and of the page, in `en` or `ar`, by their keys.")
            .access(Access.ANYBODY)
            .answers("Words")
            .by(this::words));
  }

  private Reply words(Request request) {
    var language = request.path("language");
    var json = byLanguage.get(language);
    if (json == null) {
      throw Problem.unknown("language", language).exception();
    }
    var etag = Etag.of(json);
    var reply =
        etag.equals(request.header("If-None-Match"))
            ? Reply.nothing().withStatus(304)
            : new Reply(200, Reply.JSON, json);
    return reply.with("ETag", etag);
  }

  private static byte[] json(String language) {
    try (var own = WordRoutes.class.getResourceAsStream(OWN.formatted(language))) {
      if (own == null) {
        throw new IllegalStateException("words: " + language + " (expected: on the class path)");
      }
      var mapper = new JsonMapper();
      var words = mapper.createObjectNode();
      AllWords.in(Locale.forLanguageTag(language)).forEach(words::put);
      words.setAll((ObjectNode) mapper.readTree(own));
      return mapper.writeValueAsBytes(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
