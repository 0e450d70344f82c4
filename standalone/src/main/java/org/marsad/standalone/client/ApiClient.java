package org.marsad.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the HTTP API of a Marsad, as one user; waits a little for one that has just started. */
public final class ApiClient {
  private static final String ROOT = "/api/v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 10;
  private static final int FIRST_REFUSAL = 300;
  private static final int NOT_NOW = 503;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final String token;
  private final HttpSender http;

  /**
   * @param url of the Marsad, such as {@code http://127.0.0.1:8080}
   * @param token of a user
   */
  public ApiClient(String url, String token) {
    this.url = url.replaceFirst("/+$", "");
    this.token = token;
    this.http = new HttpSender(this.url);
  }

  /** A path of these parts, whatever characters are in them. */
  public static String path(String... parts) {
    return Arrays.stream(parts).map(ApiClient::encoded).collect(Collectors.joining("/", "/", ""));
  }

  /**
   * Reads something.
   *
   * @param query what is asked for; an absent value is not said
   * @throws ApiException where it is refused
   * @throws IOException where nobody answers
   */
  public JsonNode get(String path, Map<String, @Nullable String> query)
      throws IOException, InterruptedException {
    return json(HttpRequest.newBuilder(uri(path, query)).GET());
  }

  /** Reads something that needs no query. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return get(path, Map.of());
  }

  /**
   * Does something.
   *
   * @throws ApiException where it is refused
   * @throws IOException where nobody answers
   */
  public JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return json(act(path, "POST", body));
  }

  /** Takes something away. */
  public void delete(String path, JsonNode body) throws IOException, InterruptedException {
    json(act(path, "DELETE", body));
  }

  /**
   * What happens from now on, as server-sent events.
   *
   * @param lastEventId the last event that was seen; null: at the first visit
   */
  public InputStream events(@Nullable String lastEventId) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri("/stream", Map.of())).GET();
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var answer = answer(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() >= FIRST_REFUSAL) {
      try (var body = answer.body()) {
        throw refusal(answer, new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return answer.body();
  }

  private HttpRequest.Builder act(String path, String method, JsonNode body) {
    return HttpRequest.newBuilder(uri(path, Map.of()))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.toString()));
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = answer(request.timeout(PATIENCE), BodyHandlers.ofString());
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw refusal(answer, answer.body());
    }
    return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
  }

  /** Asks again, where it is said after how many seconds: nothing has been done until then. */
  private <T> HttpResponse<T> answer(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading)
      throws IOException, InterruptedException {
    var asked =
        request
            .header("Authorization", "Bearer " + token)
            .header("X-Marsad-Request", "1") // so that a token that nobody has is called unknown
            .build();
    for (var tried = 1; ; tried++) {
      var answer = http.send(asked, reading);
      var wait = answer.headers().firstValueAsLong("Retry-After");
      if (answer.statusCode() != NOT_NOW || wait.isEmpty() || tried == TRIES) {
        return answer;
      }
      Thread.sleep(Duration.ofSeconds(wait.getAsLong()).toMillis());
    }
  }

  private ApiException refusal(HttpResponse<?> answer, String body) {
    JsonNode problem = MissingNode.getInstance();
    try {
      problem = JSON.readTree(body);
    } catch (JsonProcessingException notOurs) {
      // said by its status alone
    }
    return ApiException.of(answer.statusCode(), problem, url);
  }

  private URI uri(String path, Map<String, @Nullable String> query) {
    var said =
        query.entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .map(entry -> entry.getKey() + "=" + encoded(String.valueOf(entry.getValue())))
            .sorted()
            .collect(Collectors.joining("&"));
    return URI.create(url + ROOT + path + (said.isEmpty() ? "" : "?" + said));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
