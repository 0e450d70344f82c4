package org.marsad.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageIT {
  @TempDir private Path data;

  @Test
  void shouldShowALiveAlertAndTakeAnAnswerWithoutReload() throws Exception {
    try (var chromium = Chromium.start();
        var marsad = Running.in(data, List.of())) {
      // Given an open page that was loaded before anything happened
      var page = chromium.browser().newPage();
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
      // Then it shows as a strike, with what leads
      var strike = page.locator("[data-alert-id^='strike:']");
      assertThat(strike).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
      assertThat(strike).hasAttribute("data-subject", "STRIKE");
      assertThat(strike).hasAttribute("data-lead", "CASUALTIES");
      assertThat(strike.locator(".place")).containsText("al-Fardous");
      assertThat(strike.locator(".values")).containsText("45 killed");
      // When the operator opens it and answers
      assertThat(page.getByText("Nobody has answered.")).hasCount(0);
      strike.click();
      assertThat(page.getByText("Nobody has answered.")).hasCount(1);
      page.getByText("We have seen it").click();
      // Then the answer shows once it is recorded
      assertThat(page.locator(".answer-panel li")).containsText("operations have seen it");
      assertThat(strike.locator(".answers")).containsText("operations have seen it");
      // When a strike of an exercise has many wounded
      Running.operator(marsad, data)
          .post(
              """
              {"localId": "2", "occurredFrom": "%s", "placeText": "الفردوس", "injured": 80,
               "reality": "EXERCISE"}
              """
                  .formatted(Instant.now().minusSeconds(60)));
      // Then its made-up hospitals have to expect some of them, by their names
      var surge = page.locator("[data-alert-id^='exercise:hospital:aleppo:exercise-hospital-a:']");
      assertThat(surge).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
      assertThat(surge.locator(".place")).containsText("Exercise Hospital A (fictional)");
    }
  }
}
