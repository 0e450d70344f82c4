package org.marsad.consumer.operations.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.operations.http.HostNames;

class PageTest {
  private static final Pattern LINKS = Pattern.compile("(?:href|src)=\"/?([\\w.-]+)\"");
  private static final Pattern IMPORTS =
      Pattern.compile("(?:from|import|import\\()\\s*['\"]\\./([\\w.-]+)['\"]");

  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.startupWatcherEnabled = false;
                new Page(new HostNames(List.of("Marsad.example.org"))).accept(config);
              })
          .start("127.0.0.1", 0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/index.html", "/app.js", "/style.css"})
  void shouldTellTheBrowserToLoadNothingFromElsewhere(String path) throws Exception {
    // When
    var answer = get(path);
    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http:", "https:"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
  }

  /** A page of theirs must not read ours by a name of theirs that leads here. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8080, 200",
    "LOCALHOST:8080, 200",
    "[::1]:8080, 200",
    "marsad.example.org:443, 200",
    "evil.example, 403",
    "localhost.evil.example:8080, 403",
    "127.0.0.1.evil.example, 403"
  })
  void shouldAnswerOnlyWhereItIsAskedByAnAddressOrANameOfOurs(String host, int status)
      throws Exception {
    for (var path : List.of("/", "/sign-in", "/app.js")) {
      assertThat(statusOf(path, host)).as(path).isEqualTo(status);
    }
  }

  @Test
  void shouldServeEveryFileThatThePageAndItsScriptsName() throws Exception {
    // Given
    var page = get("/").body();
    var named = new ArrayList<String>();
    var links = LINKS.matcher(page);
    while (links.find()) {
      named.add(links.group(1));
    }
    // When the scripts are read, of which some name others, the list grows
    for (var i = 0; i < named.size(); i++) {
      var answer = get("/" + named.get(i));
      // Then
      assertThat(answer.statusCode()).as(named.get(i)).isEqualTo(200);
      var imports = IMPORTS.matcher(answer.body());
      while (imports.find()) {
        if (!named.contains(imports.group(1))) {
          named.add(imports.group(1));
        }
      }
    }
    assertThat(named).contains("app.js", "style.css");
    assertThat(page).doesNotContain("<script>", "style=", "onclick", "://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"map.js", "map.css", "chart.js", "chart.css"})
  void shouldServeThePrograms(String name) throws Exception {
    assertThat(get("/vendor/" + name).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/none.js", "/..%2Findex.html", "/Page.class", "/package-info.class"})
  void shouldServeNoOtherFile(String path) throws Exception {
    assertThat(get(path).statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void shouldSendNothingAgainToABrowserThatHasTheFile() throws Exception {
    // Given
    var etag = get("/app.js").headers().firstValue("ETag").orElseThrow();
    // When
    var again = get("/app.js", "If-None-Match", etag);
    // Then
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void shouldSendLessToABrowserThatUnpacks() throws Exception {
    // When
    var answer = get("/style.css", "Accept-Encoding", "gzip");
    // Then
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The JDK's client sets the header itself. */
  private int statusOf(String path, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, host)
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
    }
  }
}
