package org.marsad.consumer.operations.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.schemas.settings.SettingsException;

/**
 * The intake, to which the service hands what only the intake may write: a hospital's status, a
 * place for a report, and what is sent again.
 */
public final class Intake {
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final int FIRST_REFUSAL = 300;
  private static final int BAD_REQUEST = 400;
  private static final int UNUSABLE = 422;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<URI> base;
  private final Path tokenFile;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(WITHIN).build();

  /**
   * @param base where it is reached, such as {@code http://127.0.0.1:8081}
   * @param tokenFile whose first line is the token of its operator
   */
  public Intake(Supplier<URI> base, Path tokenFile) {
    this.base = base;
    this.tokenFile = tokenFile;
  }

  /**
   * Hands something over.
   *
   * @return what the intake says of each entry
   * @throws SettingsException where it refuses, with every reason
   * @throws IOException where it does not answer, or cannot write
   */
  Reply post(String path, JsonNode body) throws IOException {
    var request =
        HttpRequest.newBuilder(base.get().resolve(path))
            .timeout(WITHIN)
            .header("Content-Type", Reply.JSON)
            .header("Authorization", "Bearer " + token())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      var status = answer.statusCode();
      if (status < FIRST_REFUSAL) {
        var said = JSON.createObjectNode();
        said.set("entries", JSON.readTree(answer.body()));
        return Reply.json(said);
      }
      if (status == BAD_REQUEST || status == UNUSABLE) {
        throw new SettingsException(faults(JSON.readTree(answer.body())));
      }
      throw new IOException("intake: status " + status + " (expected: 2xx)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("intake: interrupted before it answered");
    }
  }

  private String token() throws IOException {
    try {
      var token = Files.readString(tokenFile).lines().findFirst().map(String::strip).orElse("");
      if (!token.isEmpty()) {
        return token;
      }
    } catch (IOException e) {
      throw noToken(e);
    }
    throw noToken(null);
  }

  private IOException noToken(@Nullable IOException cause) {
    return new IOException(
        "intake.token.file: %s (expected: a readable file whose first line is the token of the"
                .formatted(tokenFile)
            + " intake's operator)",
        cause);
  }

  /** Each error has {@code field}, {@code value} and {@code expected}, however deep it lies. */
  private static List<String> faults(JsonNode said) {
    var faults = new ArrayList<String>();
    for (var error : said.findParents("expected")) {
      faults.add(
          "%s: %s (expected: %s)"
              .formatted(
                  error.path("field").asText("value"),
                  error.path("value").asText("unusable"),
                  error.path("expected").asText()));
    }
    return faults.isEmpty() ? List.of(said.toString()) : faults;
  }
}
