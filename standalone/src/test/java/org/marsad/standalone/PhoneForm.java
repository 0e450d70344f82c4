package org.marsad.standalone;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The phone form in a browser, against a whole Marsad. Each test has its own number of killed. */
abstract class PhoneForm {
  static final String REPORTS = "**/api/reports";
  static final String CARD = ".report";

  @TempDir private static Path data;

  private static Chromium chromium;
  private static Desk desk;
  static Standalone marsad;
  static String token;

  private final ObjectMapper json = new ObjectMapper();
  final List<Request> requests = new CopyOnWriteArrayList<>();
  BrowserContext phone;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    marsad = Running.in(data, List.of());
    desk = Desk.of(marsad, data);
    token = Files.readString(new Folders(data).operatorToken()).strip();
  }

  @AfterAll
  static void stop() {
    if (marsad != null) {
      marsad.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void takeAPhone() {
    phone = phone("ar-SY");
  }

  @AfterEach
  void putItAway() {
    phone.close();
  }

  static BrowserContext phone(String locale) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(360, 640)
                .setHasTouch(true)
                .setLocale(locale)
                .setTimezoneId("Asia/Damascus"));
  }

  Page open(String link) {
    var page = watched(phone.newPage());
    page.navigate(marsad.url() + "/report#" + link);
    return page;
  }

  Page watched(Page page) {
    page.onRequest(requests::add);
    return page;
  }

  static void fill(Page page, String where, String killed) {
    page.locator("#where").fill(where);
    page.locator("label.choice").first().click();
    page.locator("#killed").fill(killed);
  }

  static void send(Page page) {
    page.locator("#send").click();
  }

  static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
  }

  List<Request> posts() {
    return requests.stream().filter(request -> request.method().equals("POST")).toList();
  }

  List<JsonNode> bodies() {
    return posts().stream().map(request -> tree(request.postData())).toList();
  }

  JsonNode strike(int killed) throws Exception {
    await().atMost(Duration.ofMinutes(2)).until(() -> strikes(killed).size() == 1);
    return strikes(killed).get(0);
  }

  List<JsonNode> strikes(int killed) throws IOException, InterruptedException {
    return desk.get("/strikes")
        .path("features")
        .valueStream()
        .map(feature -> feature.path("properties"))
        .filter(strike -> killed(strike) == killed)
        .toList();
  }

  private static int killed(JsonNode strike) {
    return strike.path("killed").path("best").asInt(-1);
  }

  JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
