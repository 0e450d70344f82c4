package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;

import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.Intent;

class TicketsTest {
  private static final Ticket TICKET =
      new Ticket(
          "residential-strike:الفردوس",
          3,
          "crew",
          "sms",
          Intent.EN_ROUTE,
          Locale.forLanguageTag("ar"),
          EXPIRES);

  private final Tickets tickets = new Tickets(ReplyKey.of("a key of thirty-two characters !"));

  @Test
  void shouldGiveBackWhatItSigned() {
    // When
    var token = tickets.sign(TICKET);
    // Then
    assertThat(tickets.verify(token)).contains(TICKET);
    assertThat(token).matches("[A-Za-z0-9_-]+").hasSizeLessThan(200);
  }

  @Test
  void shouldRefuseWhereAnyBitIsAnother() {
    // Given
    var signed = Base64.getUrlDecoder().decode(tickets.sign(TICKET));
    // When, then
    for (var bit = 0; bit < signed.length * 8; bit++) {
      var forged = signed.clone();
      forged[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(tickets.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
          .as("bit %d", bit)
          .isEmpty();
    }
  }

  @Test
  void shouldRefuseWhatAnotherKeySigned() {
    var others = new Tickets(ReplyKey.of("another key of some 32 characters"));
    assertThat(tickets.verify(others.sign(TICKET))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "AAAA", "%00", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void shouldRefuseWhatIsNoToken(String token) {
    assertThat(tickets.verify(token)).isEmpty();
    assertThat(tickets.verify(token.repeat(10_000))).isEmpty();
  }
}
