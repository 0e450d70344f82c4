package org.marsad.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Somebody at a browser: has a cookie once it is signed in. */
final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private String cookie = "";

  private Visitor(String url) {
    this.url = url;
  }

  static Visitor to(Standalone marsad) {
    return new Visitor(marsad.url());
  }

  /** The same, signed in. */
  Visitor signedIn(String name, String password) throws IOException, InterruptedException {
    var answer = signIn(name, password);
    if (answer.statusCode() != 200) {
      throw new AssertionError(name + ": " + answer.statusCode() + " " + answer.body());
    }
    return this;
  }

  HttpResponse<String> signIn(String name, String password)
      throws IOException, InterruptedException {
    return post("/session", "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, password));
  }

  /** What our own page posts. */
  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body, Map.of("X-Marsad-Request", "1"));
  }

  /** What is answered to a request, which must be granted. */
  JsonNode get(String path) throws IOException, InterruptedException {
    var answer = send("GET", path, "", Map.of());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /**
   * Any request.
   *
   * @param body JSON; empty: none
   */
  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    var answer = http.send(request.build(), BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(said -> cookie = said.replaceFirst(";.*", ""));
    return answer;
  }

  /** A request with the cookie, where there is one. */
  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }
}
