package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.SENT;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Intent;

class PrivateAnswersTest {
  private static final Map<String, Subscriber> SUBSCRIBERS =
      Map.of(
          "hidden",
              Subscriber.builder("hidden", Role.HOSPITAL)
                  .site("hospital-h")
                  .siteKeySha256("0f".repeat(32))
                  .build(),
          "open", Subscriber.builder("open", Role.HOSPITAL).site("hospital-o").build(),
          "crew", Subscriber.builder("crew", Role.RESCUE).build());

  private final PrivateAnswers privately =
      new PrivateAnswers(id -> Optional.ofNullable(SUBSCRIBERS.get(id)));

  @Test
  void shouldKeepApartWhateverAConfidentialHospitalAnswers() {
    assertThat(isPrivate("hidden", "site:aleppo:hospital-h:s1")).isTrue();
    assertThat(isPrivate("hidden", "hospital:aleppo:hospital-h:2016-10-11")).isTrue();
    assertThat(isPrivate("hidden", "strike:s1")).isTrue();
    assertThat(isPrivate("open", "hospital:aleppo:hospital-o:2016-10-11")).isFalse();
    assertThat(isPrivate("open", "strike:s1")).isFalse();
  }

  /** Whether the answer then shows on the page does not depend on whether there is such a site. */
  @Test
  void shouldTellNobodyWhoGuessesIdsWhetherThereIsSuchASite() {
    for (var site : new String[] {"hospital-h", "hospital-o", "no-such-site"}) {
      assertThat(isPrivate("crew", "site:aleppo:" + site + ":s1")).isTrue();
      assertThat(isPrivate("crew", "hospital:aleppo:" + site + ":2016-10-11")).isFalse();
      assertThat(isPrivate("stranger", "hospital:aleppo:" + site + ":2016-10-11")).isFalse();
    }
  }

  private boolean isPrivate(String subscriber, String alertId) {
    return privately.include(
        new Acknowledgement(alertId, 1, subscriber, "team", Intent.SEEN, "api", SENT));
  }
}
