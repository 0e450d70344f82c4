package org.marsad.consumer.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.message.DeliveryOutcome.DELIVERED;
import static org.marsad.message.DeliveryOutcome.GAVE_UP;
import static org.marsad.message.DeliveryOutcome.RETRY_LATER;
import static org.marsad.message.DeliveryOutcome.SUPPRESSED;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fanout.http.Receiver;
import org.marsad.consumer.fanout.replies.ReplySettings;
import org.marsad.consumer.fanout.stages.Backoff;
import org.marsad.consumer.fanout.subscribers.ChannelSettings;
import org.marsad.consumer.fanout.subscribers.Secret;
import org.marsad.consumer.fanout.subscribers.Subscriber;
import org.marsad.consumer.fanout.subscribers.SubscribersSource;
import org.marsad.consumer.fanout.terminal.TerminalAlerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Silence;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.schemas.Topics;

class FanoutAppTest {
  private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final List<Subscriber> subscribers = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var resource : opened) {
      resource.close();
    }
  }

  @Test
  void shouldGiveEachReceiverItsOwnOutcomeAndDelayNone() throws IOException {
    // Given
    var over = new CountDownLatch(1);
    var hangs = receiver("hangs", (n, exchange) -> hang(over, exchange));
    receiver("fails-once", (n, exchange) -> Receiver.status(exchange, n == 1 ? 500 : 200));
    receiver("busy-once", (n, exchange) -> busyFirst(n, exchange));
    var gone = receiver("gone", (n, exchange) -> Receiver.status(exchange, 410));
    receiver("redirects", (n, exchange) -> Receiver.status(exchange, n == 1 ? 302 : 200));
    var healthy = receiver("healthy", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(true);
    kafka.publish(residential().build());
    kafka.publish(revision(residential(), 2, MessageType.CANCEL));
    // When
    var app = start(kafka);
    // Then
    await().untilAsserted(() -> assertThat(healthy.requests).hasSize(2));
    await().untilAsserted(() -> assertThat(outcomes(kafka, "busy-once")).hasSize(3));
    await().untilAsserted(() -> assertThat(outcomes(kafka, "gone")).hasSize(2));
    assertThat(outcomes(kafka, "healthy")).containsExactly(DELIVERED, DELIVERED);
    assertThat(outcomes(kafka, "fails-once")).containsExactly(RETRY_LATER, DELIVERED, DELIVERED);
    assertThat(outcomes(kafka, "busy-once")).containsExactly(RETRY_LATER, DELIVERED, DELIVERED);
    assertThat(outcomes(kafka, "redirects")).containsExactly(RETRY_LATER, DELIVERED, DELIVERED);
    assertThat(outcomes(kafka, "gone")).containsExactly(GAVE_UP, SUPPRESSED);
    assertThat(gone.requests).hasSize(1);
    assertThat(outcomes(kafka, "hangs")).isEmpty();
    assertThat(kafka.committed()).isZero();
    assertThat(app.isDrained()).isFalse();
    // When
    over.countDown();
    // Then
    await().untilAsserted(() -> assertThat(hangs.requests).hasSize(2));
    await().until(() -> kafka.committed() == 2);
    await().until(app::isDrained);
    assertThat(app.counts().alerts()).isEqualTo(2);
    assertThat(app.counts().delivered()).isEqualTo(10);
    assertThat(kafka.keys()).contains("residential:s1/healthy/hook");
  }

  @Test
  void shouldSkipWhatAnEarlierRunDelivered() throws IOException {
    // Given
    var first = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var before = new FakeKafka(true);
    before.publish(residential().build());
    var app = start(before);
    await().until(() -> before.committed() == 1);
    app.close();
    // When
    var after = new FakeKafka(true);
    after.remember(before.recorded());
    after.publish(residential().build());
    after.publish(revision(residential(), 2, MessageType.UPDATE));
    start(after);
    await().until(() -> after.committed() == 2);
    // Then
    assertThat(first.requests).hasSize(2);
    assertThat(after.recorded()).extracting(Delivery::getRevision).containsExactly(2);
  }

  @Test
  void shouldKnowTheSilencesBeforeItTakesAlerts() throws IOException {
    // Given
    var team = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(true);
    kafka.silence(
        Silence.newBuilder()
            .setSilenceId("s1")
            .setReality(Reality.ACTUAL)
            .setArea("aleppo")
            .setSetBy("duty officer")
            .setReason("known")
            .setSetAt(SENT)
            .setExpiresAt(EXPIRES)
            .build());
    kafka.publish(residential().build());
    // When
    start(kafka);
    // Then
    await().until(() -> kafka.committed() == 1);
    assertThat(team.requests).isEmpty();
    assertThat(kafka.recorded())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.getReason()).isEqualTo("SILENCED:s1"));
  }

  @Test
  void shouldTellNobodyOfAHospitalThatHasBecomeConfidential() throws IOException {
    // Given
    var hospital =
        new ChannelSettings.Webhook(
            "hook",
            receiver("a", (n, exchange) -> Receiver.status(exchange, 200)).url(),
            SECRET,
            true);
    subscribers.clear();
    for (var role : List.of(Role.OPS, Role.HOSPITAL)) {
      subscribers.add(
          Subscriber.builder(role.name(), role)
              .areas("aleppo")
              .site(role == Role.HOSPITAL ? "hospital-a" : null)
              .channel(hospital)
              .build());
    }
    var areas = new AreaDirectory();
    areas.onProfile(
        Areas.aleppo()
            .setSites(
                List.of(
                    new Site(
                        "hospital-a", SiteKind.HOSPITAL, List.of(), 36.2, 37.1, 10, true, true)))
            .build());
    var kafka = new FakeKafka(true);
    kafka.publish(surge().build());
    // When
    start(kafka, areas);
    await().until(() -> kafka.committed() == 1);
    // Then
    assertThat(kafka.keys()).containsExactly(surge().getAlertId() + "/HOSPITAL/hook");
  }

  @Test
  void shouldGoOnAfterAnUndecodableAlert() throws IOException {
    // Given
    var team = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(true);
    kafka.publish(new byte[] {1, 2, 3});
    kafka.publish(residential().build());
    // When
    start(kafka);
    // Then
    await().until(() -> kafka.committed() == 2);
    assertThat(team.requests).hasSize(1);
  }

  @Test
  void shouldFailWhenOutcomesCannotBeRecorded() throws IOException {
    // Given
    receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(false);
    kafka.publish(residential().build());
    // When
    var app = start(kafka);
    await().until(() -> kafka.failNextWrite(new TopicAuthorizationException("deliveries")));
    // Then
    await().until(() -> app.ended().isCompletedExceptionally());
    assertThat(kafka.committed()).isZero();
  }

  @Test
  void shouldStopTwiceWithoutHarm() throws IOException {
    // Given
    var kafka = new FakeKafka(true);
    var app = start(kafka);
    // When
    app.close();
    app.close();
    // Then
    assertThat(app.ended()).isCompleted();
    assertThat(kafka.isClosed()).isTrue();
  }

  private FanoutApp start(FakeKafka kafka) {
    return start(kafka, new AreaDirectory());
  }

  private FanoutApp start(FakeKafka kafka, AreaDirectory areas) {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var app =
        new FanoutApp(
            kafka,
            new Topics(""),
            SubscribersSource.of(subscribers),
            areas,
            new TerminalAlerts(silent, (code, language) -> code, false),
            ReplySettings.NONE,
            Duration.ofMinutes(30),
            new Backoff(List.of(Duration.ofMillis(20)), new Random(1)),
            Clock.fixed(SENT, ZoneOffset.UTC));
    kafka.assign();
    app.start();
    opened.add(0, app);
    return app;
  }

  private Receiver receiver(String id, Receiver.Behaviour behaviour) throws IOException {
    var receiver = new Receiver(behaviour);
    opened.add(receiver);
    subscribers.add(
        Subscriber.builder(id, Role.RESCUE)
            .areas("aleppo")
            .channel(new ChannelSettings.Webhook("hook", receiver.url(), SECRET, true))
            .build());
    return receiver;
  }

  private static List<DeliveryOutcome> outcomes(FakeKafka kafka, String subscriber) {
    return kafka.recorded().stream()
        .filter(delivery -> delivery.getSubscriber().equals(subscriber))
        .map(Delivery::getOutcome)
        .toList();
  }

  private static void busyFirst(int number, HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("retry-after", "1");
    Receiver.status(exchange, number == 1 ? 429 : 200);
  }

  private static void hang(CountDownLatch over, HttpExchange exchange) throws IOException {
    try {
      over.await();
      Receiver.status(exchange, 200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
