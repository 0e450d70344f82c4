package org.marsad.consumer.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.message.MessageType;

class ReplyOfferTest {
  private static final ReplyKey KEY = ReplyKey.of("a key of thirty-two characters !");
  private static final URI BASE = URI.create("https://alerts.example.org/marsad");

  @ParameterizedTest
  @CsvSource({
    "RESCUE, SEEN EN_ROUTE CANNOT",
    "HOSPITAL, SEEN PREPARED CANNOT",
    "OPS, SEEN CANNOT",
    "PUBLIC, ''",
    "ARCHIVE, ''"
  })
  void shouldOfferWhatTheRoleCanAnswer(Role role, String intents) {
    // Given
    var alert = residential().build();
    // Then
    assertThat(links(offer(), alert, subscriber(role)).keySet().stream().map(Intent::name))
        .containsExactly(intents.isEmpty() ? new String[0] : intents.split(" "));
    assertThat(offer().code(alert, subscriber(role)) == null).isEqualTo(intents.isEmpty());
  }

  @Test
  void shouldSignForThisOneAnswerUntilAnHourAfterTheAlert() {
    // Given
    var alert = residential().build();
    var crew = subscriber(Role.RESCUE);
    // Then
    var link = String.valueOf(links(offer(), alert, crew).get(Intent.EN_ROUTE));
    assertThat(link).startsWith(BASE + "/r/");
    assertThat(new Tickets(KEY).verify(link.substring((BASE + "/r/").length())))
        .contains(
            new Ticket(
                "strike:s1",
                1,
                "crew",
                "hook",
                Intent.EN_ROUTE,
                Locale.ENGLISH,
                EXPIRES.plusSeconds(3600)));
    assertThat(offer().code(alert, crew)).isEqualTo(new ReplyCodes(KEY).of("strike:s1", "crew"));
  }

  @Test
  void shouldOfferNothingToAnswerAWithdrawalWith() {
    var cancelled = revision(residential(), 2, MessageType.CANCEL);
    assertNone(offer(), cancelled, subscriber(Role.RESCUE));
  }

  @Test
  void shouldOfferOnlyWhatSomebodyTakes() {
    // Given
    var alert = residential().build();
    var crew = subscriber(Role.RESCUE);
    // Then
    assertNone(ReplyOffer.NONE, alert, crew);
    assertNone(ReplyOffer.of(KEY, null, () -> false), alert, crew);
    assertThat(links(ReplyOffer.of(KEY, null, () -> true), alert, crew)).isEmpty();
    assertThat(ReplyOffer.of(KEY, BASE, () -> false).code(alert, crew)).isNull();
  }

  private static void assertNone(ReplyOffer offer, Alert alert, Subscriber subscriber) {
    assertThat(links(offer, alert, subscriber)).isEmpty();
    assertThat(offer.code(alert, subscriber)).isNull();
  }

  private static Map<Intent, URI> links(ReplyOffer offer, Alert alert, Subscriber subscriber) {
    return offer.links(alert, Locale.ENGLISH, subscriber, "hook");
  }

  private static ReplyOffer offer() {
    return ReplyOffer.of(KEY, BASE, () -> true);
  }

  private static Subscriber subscriber(Role role) {
    return Subscriber.builder("crew", role).areas("aleppo").build();
  }
}
