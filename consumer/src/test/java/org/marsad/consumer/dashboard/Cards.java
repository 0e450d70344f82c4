package org.marsad.consumer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.Assumptions;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.reading.ReadingStatus;
import org.marsad.message.Alert;

/** What a browser shows of alerts: the page's own scripts over the page's own view of each. */
final class Cards {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern SEEN = Pattern.compile("<pre id=\"seen\">([^<]*)</pre>");

  private Cards() {}

  /**
   * What is seen of each alert, by its id.
   *
   * @param folder for the browser's profile
   */
  static Map<String, JsonNode> of(Path folder, Instant now, AreaDirectory areas, List<Alert> alerts)
      throws IOException, InterruptedException {
    requireBrowser();
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    var state = new DashboardState(areas, clock);
    alerts.forEach(state::onAlert);
    var script = script(now, state);
    try (var dashboard =
        new Dashboard(
            state,
            () -> new ReadingStatus(true, now),
            Answering.NONE,
            List.of(),
            Optional::empty,
            clock)) {
      var server =
          Javalin.create(
                  config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    dashboard.accept(config);
                    config
                        .routes
                        .get(
                            "/cards",
                            ctx ->
                                ctx.html(
                                    "<!doctype html><body><script type=module src=/cards.js>"
                                        + "</script></body>"))
                        .get(
                            "/cards.js",
                            ctx ->
                                ctx.contentType("text/javascript; charset=utf-8").result(script));
                  })
              .start("127.0.0.1", 0);
      try {
        return seen(dom(folder, "http://127.0.0.1:" + server.port() + "/cards"));
      } finally {
        server.stop();
      }
    }
  }

  private static String script(Instant now, DashboardState state) throws IOException {
    var alerts =
        state.alerts().list(item -> true, DashboardState.MAX_ALERTS).items().stream()
            .map(item -> new String(item.json(), StandardCharsets.UTF_8))
            .toList();
    try (var in = Objects.requireNonNull(Cards.class.getResourceAsStream("cards.js"))) {
      return "const NOW = %d;%nconst AREAS = %s;%nconst ALERTS = %s;%n"
              .formatted(
                  now.toEpochMilli(),
                  new String(state.areas().map().json(), StandardCharsets.UTF_8),
                  alerts)
          + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String dom(Path folder, String url) throws IOException, InterruptedException {
    var errors = folder.resolve("chromium.log");
    var command =
        List.of(
            CHROMIUM.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile"),
            "--dump-dom",
            url);
    var browser = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    var dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(browser.waitFor()).as(Files.readString(errors)).isZero();
    return dom;
  }

  private static Map<String, JsonNode> seen(String dom) throws IOException {
    var written = SEEN.matcher(dom);
    assertThat(written.find()).as(dom).isTrue();
    var cards = new ArrayList<JsonNode>();
    new ObjectMapper().readTree(Base64.getDecoder().decode(written.group(1))).forEach(cards::add);
    var byId = new TreeMap<String, JsonNode>();
    cards.forEach(card -> byId.put(card.get("alertId").textValue(), card));
    return byId;
  }

  /** A missing browser fails where it must be there, and skips elsewhere. */
  private static void requireBrowser() {
    if (System.getenv("CI") != null) {
      assertThat(CHROMIUM).as("the browser that the page is tested with").exists();
    }
    Assumptions.assumeThat(Files.exists(CHROMIUM))
        .as("no browser at " + CHROMIUM + ": the page is not tested here")
        .isTrue();
  }
}
