package org.marsad.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir private Path data;

  @Test
  void shouldShowALiveAlertAndTakeAnAnswerWithoutReload() throws Exception {
    requireBrowser();
    try (var marsad = Running.in(data, List.of());
        var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET))) {
      // Given an open page that was loaded before anything happened
      Page page = browser.newPage();
      page.navigate(marsad.url());
      assertThat(page.locator("[data-alert-id]")).hasCount(0);
      // When an observer reports a strike
      Running.operator(marsad, data)
          .post(
              """
              {"localId": "1", "occurredFrom": "%s", "placeText": "الفردوس", "impacts": 1,
               "killed": 45}
              """
                  .formatted(Instant.now().minusSeconds(120)));
      // Then
      assertThat(page.locator("[data-alert-id^='residential-strike:']"))
          .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
      assertThat(page.locator("[data-alert-id^='residential-strike:'] .values"))
          .hasText("1 impact · 45 killed");
      // and hospitals are told by their names
      var surge = page.locator("[data-alert-id^='hospital-surge:aleppo:exercise-hospital-a:']");
      assertThat(surge.locator(".place")).containsText("Exercise Hospital A (fictional)");
      assertThat(surge.locator(".values")).containsText(" within 90 min, ");
      // When the operator opens it and answers
      assertThat(page.getByText("Nobody has answered.")).hasCount(0);
      page.locator("[data-alert-id^='residential-strike:']").click();
      assertThat(page.getByText("Nobody has answered.")).hasCount(1);
      page.getByText("We have seen it").click();
      // Then the answer shows once it is recorded
      assertThat(page.locator(".answer-panel li")).containsText("operations have seen it");
      assertThat(page.locator("[data-alert-id^='residential-strike:'] .answers"))
          .containsText("operations have seen it");
      // When it is told of a strike of which only the day is known
      Running.operator(marsad, data)
          .post(
              """
              {"localId": "2", "occurredFrom": "%s", "placeText": "الفردوس", "killed": 20}
              """
                  .formatted(LocalDate.now(ZoneId.of("Asia/Damascus")).minusDays(2)));
      // Then nobody is told that nobody comes
      assertThat(surge).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
      assertThat(surge.locator(".values").filter(new Locator.FilterOptions().setHasText(" 0 (0")))
          .hasCount(0);
      assertThat(
              surge
                  .locator(".values")
                  .filter(new Locator.FilterOptions().setHasText("the hour is not known")))
          .hasCount(1);
    }
  }

  /** A missing browser fails where it must be there, and skips elsewhere. */
  private static void requireBrowser() {
    if (System.getenv("CI") != null) {
      org.assertj.core.api.Assertions.assertThat(CHROMIUM)
          .as("the browser that the page is tested with")
          .exists();
    }
    Assumptions.assumeThat(Files.exists(CHROMIUM))
        .as("no browser at " + CHROMIUM + ": the page is not tested here")
        .isTrue();
  }
}
