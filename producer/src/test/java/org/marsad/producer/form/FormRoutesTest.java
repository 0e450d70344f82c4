package org.marsad.producer.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.producer.intake.IntakeServer;

final class FormRoutesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  /** What browsers of 2013 do not read. */
  private static final Pattern NEWER_THAN_ES5 =
      Pattern.compile(
          "=>|`|\\b(const|let|class|async|await|Promise|fetch|Map|Set|Symbol)\\b|\\.\\.\\.");

  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private IntakeServer server;

  @BeforeEach
  void start() {
    server =
        IntakeServer.start(
            "127.0.0.1", 0, List.of(new FormRoutes(Clock.fixed(NOW, ZoneOffset.UTC))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldTravelInLessThan30KilobytesFromOurServerAlone() throws Exception {
    // When a browser loads the page and all that it names
    var bytes = get("/report").body().length;
    var page = text("/report");
    var addresses = ADDRESS.matcher(page);
    var named = 0;
    while (addresses.find()) {
      if (!addresses.group(1).equals("data:,")) {
        assertThat(addresses.group(1)).startsWith("/report/");
        bytes += get(addresses.group(1)).body().length;
        named++;
      }
    }
    // Then
    assertThat(named).isEqualTo(2);
    assertThat(bytes).isLessThan(30_000);
    assertThat(page + text("/report/form.js") + text("/report/form.css"))
        .doesNotContain("://", "url(", "@import");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/report", "/report/form.js", "/report/form.css", "/report/time"})
  void shouldForbidAllThatIsNotOurs(String path) throws Exception {
    var headers = get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void shouldHoldNothingThatThePolicyForbids() throws Exception {
    assertThat(text("/report")).doesNotContain("<style", " style=", " onclick=", "<script>");
  }

  @Test
  void shouldSpeakTheScriptOfOldBrowsers() throws Exception {
    var code = text("/report/form.js").replaceAll("'(\\\\.|[^'\\\\])*'", "''");
    assertThat(NEWER_THAN_ES5.matcher(code).results().map(found -> found.group())).isEmpty();
  }

  @Test
  void shouldStayReadableWithoutALineForADayAndBeAskedForByItsVersion() throws Exception {
    // When
    var page = get("/report");
    // Then
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, max-age=86400");
    assertThat(text("/report")).containsPattern("form\\.js\\?[0-9a-f]+\"");
    var again =
        client.send(
            request("/report")
                .header("If-None-Match", page.headers().firstValue("ETag").orElseThrow())
                .build(),
            BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void shouldSayWhatTimeItIs() throws Exception {
    assertThat(text("/report/time")).isEqualTo(Long.toString(NOW.toEpochMilli()));
    assertThat(get("/report/time").headers().firstValue("Cache-Control")).contains("no-store");
  }

  /** As every browser asks: compressed. */
  private HttpResponse<byte[]> get(String path) throws Exception {
    var answer =
        client.send(
            request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private String text(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}
