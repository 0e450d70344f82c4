package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;

import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.marsad.message.Intent;

class ReplyPageTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");

  @Test
  void shouldHoldNothingThatRunsOrIsLoaded() {
    var page = new ReplyPage(Locale.ENGLISH).question(ticket("crew"), "REPEAT STRIKE, Al-Fardous");
    assertThat(page).contains("REPEAT STRIKE, Al-Fardous", "<form method=\"post\"", "crew");
    assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("<script", "src=", "href=", "http:");
  }

  @Test
  void shouldShowTextFromAlertsAsTextOnly() {
    var evil = "<script>alert(1)</script>\" onload='x' &amp; \u202eabc";
    var page = new ReplyPage(Locale.ENGLISH).question(ticket(evil), evil);
    assertThat(page)
        .doesNotContain("<script", "onload='", "\u202e")
        .contains("&lt;script&gt;", "&amp;amp;");
  }

  @Test
  void shouldReadFromRightToLeftInArabic() {
    assertThat(new ReplyPage(ARABIC).question(ticket("crew"), ""))
        .contains("lang=\"ar\" dir=\"rtl\"", "نحن في الطريق");
    assertThat(new ReplyPage(Locale.FRENCH).unknown()).contains("lang=\"en\" dir=\"ltr\"");
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    var english = bundle(Locale.ENGLISH);
    var arabic = bundle(ARABIC);
    assertThat(Collections.list(arabic.getKeys()))
        .containsExactlyInAnyOrderElementsOf(Collections.list(english.getKeys()));
    for (var key : Collections.list(english.getKeys())) {
      assertThat(arabic.getString(key))
          .isNotEqualTo(english.getString(key))
          .matches(".*\\p{IsArabic}.*");
    }
    for (var intent : Intent.values()) {
      assertThat(english.getString("intent." + intent)).isNotBlank();
    }
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "org.marsad.consumer.replies.texts",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Ticket ticket(String subscriber) {
    return new Ticket("strike:s1", 1, subscriber, "sms", Intent.EN_ROUTE, Locale.ENGLISH, EXPIRES);
  }
}
