package org.marsad.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, on a Marsad that runs: one for all tests, which share its alerts. */
class PageIT {
  private static final String PASSWORD = "a password of 12";
  private static final LocatorAssertions.HasCountOptions PATIENTLY =
      new LocatorAssertions.HasCountOptions().setTimeout(120_000);

  @TempDir private static Path data;
  private static Chromium chromium;
  private static Standalone marsad;
  private static Page page;

  @BeforeAll
  static void signInByTheLinkAndReport() throws Exception {
    chromium = Chromium.start();
    marsad = Running.in(data, List.of());
    var desk = Desk.of(marsad, data);
    desk.send(
        "POST",
        "/users",
        "{\"name\": \"guest\", \"role\": \"VIEWER\", \"password\": \"%s\"}".formatted(PASSWORD));
    page = chromium.browser().newPage();
    page.setViewportSize(1440, 900);
    page.navigate(marsad.signInLink());
    assertThat(page).hasURL(marsad.url() + "/"); // the secret is gone
    for (var day = 20; day > 0; day--) {
      var killed = "\"impacts\": 1, \"killed\": " + (1 + day * 5 % 9);
      report("before-" + day, Duration.ofDays(day), "الفردوس", killed);
    }
    report("1", Duration.ofMinutes(30), "الفردوس", "\"impacts\": 3, \"killed\": 45");
    report("2", Duration.ofMinutes(9), "السكري", "\"killed\": 1, \"targets\": [\"HOSPITAL\"]");
    report("3", Duration.ofMinutes(5), "بستان القصر", "\"injured\": 9, \"reality\": \"EXERCISE\"");
    takePicture();
    report("4", Duration.ofMinutes(4), "<img src=x onerror=alert(1)>", "\"killed\": 3");
    assertThat(page.locator(".card", having("onerror"))).hasCount(1, PATIENTLY);
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

  @Test
  void shouldShowWhatIsDangerousFirstWithoutReload() {
    assertThat(page.locator(".state")).hasText("● Live");
    assertThat(page.locator(".section").first()).containsText("Danger now");
    var gravest = page.locator(".card").first();
    assertThat(gravest).containsText("HOSPITAL HIT");
    assertThat(gravest.locator(".danger")).containsText("danger 0:");
    assertThat(card("الفردوس").first()).containsText("45 killed");
  }

  @Test
  void shouldNeverShowAnExerciseAsReal() {
    var drill = page.locator(".card.drill[data-subject=STRIKE]");
    assertThat(drill.locator(".reality")).containsText("EXERCISE");
    assertThat(page.locator(".section.exercise ~ .card:not(.drill)")).hasCount(0);
    assertThat(page.locator(".section.exercise")).containsText("Exercises and tests");
  }

  @Test
  void shouldShowMarkupOfAReportAsText() {
    assertThat(page.locator(".card", having("<img src=x onerror=alert(1)>"))).hasCount(1);
    assertThat(page.locator("main img")).hasCount(0);
  }

  @Test
  void shouldAnswerAndSayWhoDid() {
    var card = card("السكري");
    card.locator("a").click();
    var panel = page.locator(".panel");
    assertThat(panel).containsText("Do not gather there until");
    assertThat(panel.locator(".timeline li").first()).isVisible();
    panel.locator("[data-intent=SEEN]").click();
    page.locator("dialog .main").click();
    assertThat(card.locator(".known")).containsText("operations: Seen");
    assertThat(panel.locator(".timeline .answer")).containsText("Seen");
    page.navigate(marsad.url() + "/#now");
  }

  @Test
  void shouldHaveNoButtonForAViewer() {
    try (var context = chromium.browser().newContext()) {
      var guest = context.newPage();
      guest.navigate(marsad.url());
      guest.locator("#name").fill("guest");
      guest.locator("#password").fill(PASSWORD);
      guest.keyboard().press("Enter");
      guest.locator(".card a").first().click();
      assertThat(guest.locator(".panel .timeline")).isVisible();
      assertThat(guest.locator(".actions")).hasCount(0);
      assertThat(guest.locator("nav")).not().containsText("Audit");
    }
  }

  @Test
  void shouldShowTheDaysOfARecordAndTheMap() {
    page.navigate(marsad.url() + "/#days/aleppo");
    assertThat(page.locator("figure.days canvas")).hasCount(3);
    assertThat(page.locator("main table tbody")).containsText(Pattern.compile("4[5-9]"));
    page.navigate(marsad.url() + "/#now");
    assertThat(page.locator(".map .strike.hour").first()).isVisible();
  }

  /** The newest alert is of a strike that nobody can place. */
  @Test
  void shouldShowTheTimeOfThePlaceWithTheMostAlerts() {
    page.reload(); // which lists the newest first
    var unplaced =
        page.locator(".card", having("onerror")).locator("time").getAttribute("datetime");
    var occurred = Instant.parse(unplaced).atZone(ZoneId.of("Asia/Damascus"));
    assertThat(page.locator(".clock")).containsText("Aleppo (UTC+3)");
    page.navigate(marsad.url() + "/#audit");
    assertThat(page.locator("main th").first()).hasText("When (UTC+3)");
    page.navigate(marsad.url() + "/#unplaced");
    assertThat(page.locator("main tbody td").first()).containsText("%tR".formatted(occurred));
    page.navigate(marsad.url() + "/#days");
    assertThat(page.locator("main h2")).hasText("Aleppo");
    page.navigate(marsad.url() + "/#now");
  }

  @Test
  void shouldSpeakArabicFromRightToLeftOnAPhone() {
    try (var context = chromium.browser().newContext()) {
      context.addCookies(page.context().cookies());
      var phone = context.newPage();
      phone.setViewportSize(360, 740);
      phone.navigate(marsad.url());
      phone.getByText("العربية").click();
      assertThat(phone.locator("html")).hasAttribute("dir", "rtl");
      assertThat(phone.locator(".section").first()).containsText("خطر الآن");
      Assertions.assertThat((Boolean) phone.evaluate("document.body.scrollWidth <= innerWidth"))
          .as("fits the width")
          .isTrue();
      phone.navigate(marsad.url() + "/#users");
      assertThat(phone.locator("nav a[aria-current]"))
          .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.95));
    }
  }

  @Test
  void shouldLoadFromFewRequestsAndLittle() {
    try (var context = chromium.browser().newContext()) {
      context.addCookies(page.context().cookies());
      var loaded = new ArrayList<Request>();
      var fresh = context.newPage();
      fresh.setViewportSize(1440, 900);
      fresh.onRequestFinished(loaded::add);
      fresh.navigate(marsad.url());
      fresh.locator(".map .strike").first().waitFor();
      fresh.locator(".card").first().waitFor();
      var asked = loaded.stream().filter(request -> !request.url().startsWith("data:")).toList();
      var bytes = asked.stream().mapToInt(request -> request.sizes().responseBodySize).sum();
      Assertions.assertThat(asked).hasSizeLessThan(12); // and the stream, which never ends
      Assertions.assertThat(bytes).isLessThan(300_000);
    }
  }

  @Test
  void shouldBeReadableForEverybody() throws IOException {
    for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (var view :
          List.of("now", "days/aleppo", "hospitals", "unplaced", "deliveries", "audit")) {
        page.navigate(marsad.url() + "/#" + view);
        page.locator("main :is(.card, table)").first().waitFor();
        Assertions.assertThat(violations()).as(scheme + " " + view).isEmpty();
      }
    }
    page.navigate(marsad.url() + "/#now");
  }

  /** The picture of the README, with the alert open that is a record. */
  private static void takePicture() {
    assertThat(card("السكري")).hasCount(1, PATIENTLY);
    assertThat(page.locator(".card.drill[data-subject=STRIKE]")).hasCount(1, PATIENTLY);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    card("الفردوس").first().locator("a").click();
    assertThat(page.locator(".panel .timeline")).isVisible();
    assertThat(page.locator(".map .strike.hour").first()).isVisible();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "page.png")));
    page.navigate(marsad.url() + "/#now");
  }

  private static List<?> violations() throws IOException {
    try (var axe = PageIT.class.getResourceAsStream("/axe.min.js")) {
      var script = Objects.requireNonNull(axe, "axe.min.js").readAllBytes();
      page.evaluate(new String(script, StandardCharsets.UTF_8));
    }
    return (List<?>)
        page.evaluate(
            "() => axe.run().then((found) => found.violations.map((each) =>"
                + " each.id + ': ' + each.nodes.map((node) => node.target).join(' ')))");
  }

  private static Locator card(String place) {
    return page.locator(".card:not(.drill)[data-subject=STRIKE]", having(place));
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void report(String id, Duration ago, String place, String facts)
      throws IOException, InterruptedException {
    var json = TextNode.valueOf(place);
    Running.operator(marsad, data)
        .post(
            "{\"localId\": \"%s\", \"occurredFrom\": \"%s\", \"placeText\": %s, %s}"
                .formatted(id, Instant.now().minus(ago), json, facts));
  }
}
