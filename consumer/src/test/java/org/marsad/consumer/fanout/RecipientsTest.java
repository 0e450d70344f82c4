package org.marsad.consumer.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.residential;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.channels.Message;
import org.marsad.consumer.channels.Replies;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.stages.Recipient;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.replies.ReplyOffer;
import org.marsad.consumer.subscribers.SubscribersFile;

/** The file of subscribers is read anew, and what its entries were used for goes on or ends. */
class RecipientsTest {
  private final Recipients recipients =
      new Recipients(
          Areas.directory(),
          new TerminalAlerts(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              Areas.directory(),
              false),
          ReplyOffer.NONE,
          Clock.systemUTC());

  @AfterEach
  void close() {
    recipients.close();
  }

  @Test
  void shouldTryAReceiverThatIsGoneAgainWhenItsSubscriberHasChangedAndNotBefore()
      throws IOException {
    try (var receiver =
        new Receiver((n, exchange) -> Receiver.status(exchange, n == 1 ? 410 : 200))) {
      var crew =
          """
          - id: crew
            role: RESCUE
            areas: [aleppo]
            channels:
              - name: hook
                type: webhook
                url: "%s"
                secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                own-network: true
          """
              .formatted(receiver.url());
      // Given
      var gone = channel(read(crew), "crew");
      assertThat(gone.disabled()).isNull();
      assertThat(send(gone)).isEqualTo(new Answer.Refused(Answer.GONE));
      assertThat(gone.disabled()).isEqualTo(Answer.GONE);
      // When another joins
      var joined = crew + crew.replace("id: crew", "id: other");
      // Then it is still gone, and the other is not
      var all = read(joined);
      assertThat(channel(all, "crew").disabled()).isEqualTo(Answer.GONE);
      assertThat(channel(all, "other").disabled()).isNull();
      // When its own entry changes
      var back = channel(read(joined.replaceFirst("aleppo", "aleppo, homs")), "crew");
      // Then
      assertThat(back.disabled()).isNull();
      assertThat(send(back)).isEqualTo(new Answer.Accepted());
    }
  }

  /** Another channel would not know who is gone, nor which numbers have had an SMS. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: webhook, url: 'https://a.example', secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "type: alertmanager, url: 'https://a.example', token: secret",
        "type: ntfy, url: 'https://a.example', topic: strikes, token: secret",
        "type: sms, url: 'https://a.example', number: '+963900000001', token: secret,"
            + " query: 'to={digits}', headers: {X-Id: '{id}'}, body: '{\"text\": \"{text}\"}'",
        "type: email, host: mail.example, user: marsad, password: secret, from: a@b.example,"
            + " to: c@d.example",
        "type: terminal"
      })
  void shouldKeepTheChannelOfAnEntryThatSaysTheSame(String channel) {
    // Given
    var entry =
        """
        - id: crew
          role: RESCUE
          areas: [aleppo]
          near: {latitude: 36.20, longitude: 37.16, metres: 5000}
          polygon: [[36.1, 37.0], [36.1, 37.3], [36.3, 37.2]]
          quiet-hours: {from: "22:00", until: "06:00", zone: Asia/Damascus}
          token-sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
          channels:
            - {name: hook, rate-per-minute: 30, %s}
        """
            .formatted(channel);
    var before = channel(read(entry), "crew");
    // Then
    assertThat(channel(read(entry), "crew")).isSameAs(before);
    assertThat(channel(read(entry.replace("5000", "6000")), "crew")).isNotSameAs(before);
  }

  private List<Recipient> read(String text) {
    return recipients.renew(SubscribersFile.parse(text, Path.of("")));
  }

  private static Channel channel(List<Recipient> all, String subscriber) {
    return all.stream()
        .filter(recipient -> recipient.subscriber().id().equals(subscriber))
        .findFirst()
        .orElseThrow()
        .channel();
  }

  private static Answer send(Channel channel) {
    return channel
        .send(new Message("msg_1", residential().build(), Locale.ENGLISH, Replies.NONE))
        .join();
  }
}
