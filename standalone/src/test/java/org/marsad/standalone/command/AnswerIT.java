package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.fanout.subscribers.Secret;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.schemas.MessageCodec;
import org.marsad.standalone.Folders;
import org.marsad.standalone.RunningMarsad;
import org.marsad.standalone.Standalone;
import org.marsad.standalone.TopicReader;
import org.marsad.standalone.broker.FreePort;

/** Tests of a subscriber, answers and who was told, from the command line of a running Marsad. */
class AnswerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private static Path data;
  private static Standalone marsad;

  @BeforeAll
  static void start() throws Exception {
    var nobodyListens = URI.create("http://127.0.0.1:" + FreePort.find() + "/");
    marsad =
        RunningMarsad.start(
            data,
            List.of(
                Subscriber.builder("crew-1", Role.RESCUE)
                    .areas("aleppo")
                    .channel(new ChannelSettings.Terminal("screen"))
                    .build(),
                Subscriber.builder("crew-2", Role.RESCUE)
                    .areas("aleppo")
                    .channel(
                        new ChannelSettings.Webhook(
                            "hook",
                            nobodyListens,
                            Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                            true))
                    .build()));
  }

  @AfterAll
  static void stop() {
    marsad.close();
  }

  @Test
  void shouldTestASubscriberOverTheRealPath() throws Exception {
    // When
    var first = marsad("subscribers", "test", "crew-1", "--file", file("crew-1", "screen"));
    var second = marsad("subscribers", "test", "crew-1", "--file", file("crew-1", "screen"));
    var away = marsad("subscribers", "test", "crew-2", "--wait", "3");
    var unknown = marsad("subscribers", "test", "nobody", "--wait", "2");
    // Then
    assertThat(first.status()).as(first.errors()).isZero();
    assertThat(first.out()).contains("screen", "DELIVERED");
    assertThat(second.out()).containsPattern("DELIVERED +last success before: \\d+ s ago");
    assertThat(away.status()).isEqualTo(1);
    assertThat(away.out()).contains("hook", "RETRY_LATER", "last success before: never");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.errors())
        .contains("nothing was sent within 2 s: no fan-out that runs knows nobody");
  }

  @Test
  void shouldTellWhoWasToldAndTakeAnAnswer() throws Exception {
    // Given
    var at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    RunningMarsad.post(
        marsad,
        new Folders(data),
        """
        {"localId": "7", "revision": 1, "status": "REPORTED", "occurredFrom": "%s",
         "timePrecision": "MINUTE", "placeText": "الفردوس", "killed": 9}
        """
            .formatted(at));
    await().atMost(PATIENCE).until(() -> told("crew-1").stream().anyMatch(AnswerIT::isResidential));
    var alertId =
        told("crew-1").stream()
            .filter(AnswerIT::isResidential)
            .findFirst()
            .map(Delivery::getAlertId)
            .orElseThrow();
    // When
    var before = marsad("deliveries", alertId);
    var answered =
        marsad("acknowledge", alertId, "--as", "crew-1", "--intent", "EN_ROUTE", "--team", "red");
    var after = marsad("deliveries", alertId);
    // Then
    assertThat(before.out())
        .startsWith(alertId + ", revision 1, ALERT; times in Asia/Damascus")
        .containsPattern("crew-1 +screen +told ALERT 1\\R")
        .contains("told and without an answer: crew-1")
        .doesNotContain("127.0.0.1");
    assertThat(answered.status()).as(answered.errors()).isZero();
    assertThat(answered.out())
        .isEqualTo("marsad: answered: EN_ROUTE, by crew-1, to %s revision 1%n".formatted(alertId));
    assertThat(after.out())
        .contains("ANSWERED EN_ROUTE, team red, to revision 1")
        .contains("everybody who was told has answered");
    // and an answer to nothing is refused
    var refused = marsad("acknowledge", "no-such", "--as", "crew-1", "--intent", "SEEN");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.errors()).contains("no-such");
    assertThat(refused.out()).isEmpty();
  }

  private static boolean isResidential(Delivery delivery) {
    return delivery.getAlertId().startsWith("residential")
        && delivery.getOutcome() == DeliveryOutcome.DELIVERED;
  }

  private static List<Delivery> told(String subscriber) {
    var codec = MessageCodec.of(Delivery.class);
    return TopicReader.readAll(
            Map.of("bootstrap.servers", marsad.bootstrapServers()), marsad.topics().deliveries())
        .stream()
        .map(record -> codec.decode(record.value()))
        .filter(delivery -> delivery.getSubscriber().equals(subscriber))
        .toList();
  }

  /** Says which channels to wait for. */
  private static String file(String subscriber, String channel) throws Exception {
    return Files.writeString(
            data.resolve("told.yaml"),
            """
            - id: %s
              role: RESCUE
              areas: [aleppo]
              channels:
                - name: %s
                  type: terminal
            """
                .formatted(subscriber, channel))
        .toString();
  }

  private static Run marsad(String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--bootstrap-servers", marsad.bootstrapServers()));
    return Run.of(all);
  }
}
