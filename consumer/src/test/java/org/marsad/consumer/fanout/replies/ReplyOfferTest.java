package org.marsad.consumer.fanout.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.channel.Message;
import org.marsad.consumer.fanout.channel.Replies;
import org.marsad.consumer.fanout.subscribers.Subscriber;
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
    // When
    var replies = offer().to(message(residential().build()), subscriber(role), "hook");
    // Then
    assertThat(replies.links().keySet().stream().map(Intent::name))
        .containsExactly(intents.isEmpty() ? new String[0] : intents.split(" "));
    assertThat(replies.code() == null).isEqualTo(intents.isEmpty());
  }

  @Test
  void shouldSignForThisOneAnswerUntilAnHourAfterTheAlert() {
    // When
    var replies = offer().to(message(residential().build()), subscriber(Role.RESCUE), "hook");
    // Then
    var link = String.valueOf(replies.links().get(Intent.EN_ROUTE));
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
    assertThat(replies.code()).isEqualTo(new ReplyCodes(KEY).of("strike:s1", "crew"));
  }

  @Test
  void shouldOfferNothingToAnswerAWithdrawalWith() {
    var cancelled = revision(residential(), 2, MessageType.CANCEL);
    assertThat(offer().to(message(cancelled), subscriber(Role.RESCUE), "hook"))
        .isEqualTo(Replies.NONE);
  }

  @Test
  void shouldOfferOnlyWhatSomebodyTakes() {
    // Given
    var message = message(residential().build());
    var crew = subscriber(Role.RESCUE);
    // Then
    assertThat(ReplyOffer.NONE.to(message, crew, "hook")).isEqualTo(Replies.NONE);
    assertThat(ReplyOffer.of(KEY, null, () -> false).to(message, crew, "hook"))
        .isEqualTo(Replies.NONE);
    assertThat(ReplyOffer.of(KEY, null, () -> true).to(message, crew, "hook").links()).isEmpty();
    assertThat(ReplyOffer.of(KEY, BASE, () -> false).to(message, crew, "hook").code()).isNull();
  }

  private static ReplyOffer offer() {
    return ReplyOffer.of(KEY, BASE, () -> true);
  }

  private static Message message(Alert alert) {
    return new Message("msg_1", alert, Locale.ENGLISH, Replies.NONE);
  }

  private static Subscriber subscriber(Role role) {
    return Subscriber.builder("crew", role).areas("aleppo").build();
  }
}
