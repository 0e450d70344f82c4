package org.marsad.standalone;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A client of the API of a Marsad that runs. */
public final class Desk {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private Desk(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** The local operator's, once everything has been read. */
  public static Desk of(Standalone marsad, Path data) throws IOException {
    var desk = new Desk(marsad.url(), Files.readString(new Folders(data).operationsToken()));
    await().atMost(PATIENCE).until(() -> desk.send("GET", "/status", "").statusCode() == 200);
    await().atMost(PATIENCE).until(() -> desk.get("/status").path("caughtUp").asBoolean());
    return desk;
  }

  /** A request to the API with the token. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }

  /** What is answered to a request, which must be granted. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    var answer = send("GET", path, "");
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /**
   * What is answered to any request.
   *
   * @param body JSON; empty: none
   */
  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return http.send(
        request(path).header("Content-Type", "application/json").method(method, publisher).build(),
        BodyHandlers.ofString());
  }
}
