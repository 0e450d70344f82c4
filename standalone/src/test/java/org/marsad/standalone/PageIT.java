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
  void shouldSignInByItsLinkAndShowALiveAlertWithoutReload() throws Exception {
    try (var chromium = Chromium.start();
        var marsad = Running.in(data, List.of())) {
      // Given a page that was opened by the link before anything happened
      var page = chromium.browser().newPage();
      page.navigate(marsad.signInLink());
      assertThat(page.getByText("local")).isVisible();
      assertThat(page).hasURL(marsad.url() + "/");
      assertThat(page.locator("[data-alert-id]")).hasCount(0);
      // When an observer reports a strike
      Running.operator(marsad, data)
          .post(
              """
              {"localId": "1", "occurredFrom": "%s", "placeText": "الفردوس", "impacts": 1,
               "killed": 45}
              """
                  .formatted(Instant.now().minusSeconds(120)));
      // Then it shows
      var strike = page.locator("[data-alert-id^='strike:']");
      assertThat(strike).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
      assertThat(strike).containsText("al-Fardous");
      assertThat(strike).containsText("45 killed");
    }
  }
}
