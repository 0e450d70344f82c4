package org.marsad.consumer.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.people.AccessToken;
import org.marsad.consumer.operations.people.Passwords;
import org.marsad.consumer.operations.people.Secrets;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UserRole;
import org.marsad.consumer.operations.people.UsersFile;
import org.marsad.consumer.subscribers.TokenHash;

/** One user of each kind, each with a token, and how they ask a server. */
final class PeopleDesk {
  /** The hospital's own user, who may answer. */
  static final String WARD = "ward";

  /** The hospital's own user, who may only look. */
  static final String WARD_VIEWER = "ward-viewer";

  /** The user of the confidential hospital, where there is one. */
  static final String SECRET_WARD = "secret-ward";

  /** A crew's user. */
  static final String CREW = "crew";

  static final String PASSWORD = "correct horse battery";
  private static final String PASSWORD_HASH = Passwords.hash(PASSWORD);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * Writes the file of users.
   *
   * @param knowsASecret whether there is a user of a confidential hospital
   */
  PeopleDesk(Path usersFile, boolean knowsASecret) throws IOException {
    for (var role : UserRole.values()) {
      add(usersFile, role.name().toLowerCase(Locale.ROOT), role, null);
    }
    add(usersFile, WARD, UserRole.OPERATOR, "hospital-a");
    add(usersFile, WARD_VIEWER, UserRole.VIEWER, "hospital-a");
    add(usersFile, CREW, UserRole.OPERATOR, "crew-1");
    if (knowsASecret) {
      add(usersFile, SECRET_WARD, UserRole.OPERATOR, "secret-subscriber");
    }
  }

  private void add(Path file, String name, UserRole role, @Nullable String subscriber)
      throws IOException {
    var token = Secrets.generate();
    tokens.put(name, token);
    var kept = List.of(new AccessToken("test", TokenHash.of(token)));
    UsersFile.add(file, new User(name, role, subscriber, PASSWORD_HASH, kept));
  }

  /** All of them. */
  List<String> names() {
    return List.copyOf(tokens.keySet());
  }

  String token(String name) {
    var token = tokens.get(name);
    if (token == null) {
      throw new IllegalArgumentException(name);
    }
    return token;
  }

  /** A request as a user's program makes it. */
  HttpResponse<String> ask(int port, @Nullable String name, String method, String path) {
    return ask(port, name, method, path, null);
  }

  /**
   * A request as a user's program makes it.
   *
   * @param name null: nobody
   * @param body JSON; null: none
   */
  HttpResponse<String> ask(
      int port, @Nullable String name, String method, String path, @Nullable String body) {
    return send(asked(port, name, method, path, body));
  }

  /** The status that a request of a user gets, and its body unless that does not end. */
  String begin(int port, @Nullable String name, String method, String path, @Nullable String body) {
    var answer =
        send(asked(port, name, method, path, body), HttpResponse.BodyHandlers.ofInputStream());
    try (var stream = answer.body()) {
      var type = answer.headers().firstValue("Content-Type").orElse("");
      return answer.statusCode()
          + " "
          + (type.startsWith("text/event-stream")
              ? ""
              : new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder asked(
      int port, @Nullable String name, String method, String path, @Nullable String body) {
    var request = request(port, method, path, body);
    return name == null
        ? request.header("X-Marsad-Request", "1")
        : request.header("Authorization", "Bearer " + token(name));
  }

  static HttpRequest.Builder request(int port, String method, String path, @Nullable String body) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, publisher);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return request;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> reading) {
    try {
      return http.send(request.timeout(PATIENCE).build(), reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
