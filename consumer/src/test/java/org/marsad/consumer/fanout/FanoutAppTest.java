package org.marsad.consumer.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.consumer.fixtures.Alerts.EXPIRES;
import static org.marsad.consumer.fixtures.Alerts.SENT;
import static org.marsad.consumer.fixtures.Alerts.residential;
import static org.marsad.consumer.fixtures.Alerts.revision;
import static org.marsad.consumer.fixtures.Alerts.surge;
import static org.marsad.consumer.fixtures.Patience.await;
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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.channels.http.Receiver;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.stages.Backoff;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.ChannelSettings;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Secret;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.consumer.subscribers.TokenHash;
import org.marsad.message.Delivery;
import org.marsad.message.DeliveryOutcome;
import org.marsad.message.MessageType;
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.message.Severity;
import org.marsad.message.Site;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.Topics;

class FanoutAppTest {
  private static final String KEY = "the key of hospital a";
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
    assertThat(kafka.keys()).contains("strike:s1/healthy/hook");
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
  void shouldKnowTheMutesBeforeItTakesAlerts() throws IOException {
    // Given
    var team = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(true);
    kafka.mute(
        Mute.newBuilder()
            .setMuteId("s1")
            .setReality(Reality.ACTUAL)
            .setArea("aleppo")
            .setSetBy("duty officer")
            .setReason("known")
            .setSetAt(SENT)
            .setExpiresAt(EXPIRES)
            .build());
    kafka.publish(residential().setSeverity(Severity.SEVERE).build());
    // When
    start(kafka);
    // Then
    await().until(() -> kafka.committed() == 1);
    assertThat(team.requests).isEmpty();
    assertThat(kafka.recorded())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.getReason()).isEqualTo("MUTED:s1"));
  }

  @Test
  void shouldKnowTheAreasBeforeItTakesAlerts() throws IOException {
    // Given
    var hook = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    subscribers.clear();
    subscribers.add(
        Subscriber.builder("team", Role.RESCUE)
            .coverage(new Coverage(Set.of("aleppo-governorate"), Set.of(), Set.of(), null, null))
            .channel(new ChannelSettings.Webhook("hook", hook.url(), SECRET, true))
            .build());
    var complete = new AtomicBoolean();
    var areas = new AreaDirectory(complete::get);
    var kafka = new FakeKafka(true);
    kafka.publish(residential().build());
    // When
    var app = start(kafka, areas);
    await()
        .during(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(app.counts().alerts()).isZero());
    areas.onProfile(Areas.aleppo().setGovernorate("aleppo-governorate").build());
    complete.set(true);
    // Then
    await().until(() -> kafka.committed() == 1);
    assertThat(hook.requests).hasSize(1);
  }

  @Test
  void shouldTellNobodyOfAHospitalThatHasBecomeConfidential() throws IOException {
    // Given
    var hook = receiver("ops", (n, exchange) -> Receiver.status(exchange, 200));
    subscribers.clear();
    subscribers.add(subscriber(Role.OPS, null, hook));
    subscribers.add(subscriber(Role.HOSPITAL, null, hook));
    var kafka = new FakeKafka(true);
    kafka.publish(surge().build());
    // When
    start(kafka, confidentialHospital());
    await().until(() -> kafka.committed() == 1);
    // Then
    assertThat(kafka.keys()).isEmpty();
    assertThat(hook.requests).isEmpty();
  }

  @Test
  void shouldTellAConfidentialHospitalAloneAndRecordItApart() throws IOException {
    // Given
    var own = receiver("own", (n, exchange) -> Receiver.status(exchange, 200));
    var other = receiver("other", (n, exchange) -> Receiver.status(exchange, 200));
    subscribers.clear();
    subscribers.add(subscriber(Role.HOSPITAL, TokenHash.of(KEY), own));
    subscribers.add(subscriber(Role.OPS, null, other));
    var kafka = new FakeKafka(true);
    kafka.publishPrivately(Alerts.site("hospital-a").build());
    // When
    start(kafka, confidentialHospital());
    await().until(() -> !kafka.recorded("deliveries-private").isEmpty());
    // Then
    assertThat(own.requests).hasSize(1);
    assertThat(other.requests).isEmpty();
    assertThat(kafka.recorded("deliveries")).isEmpty();
    assertThat(kafka.recorded("deliveries-private"))
        .extracting(Delivery::getSubscriber)
        .containsExactly("HOSPITAL");
  }

  /**
   * The reason is for people: on the page, on the terminal and in the answer of the health check.
   */
  @Test
  void shouldSayThatAnAlertWaitsWhileTheLoopIsBlocked() throws IOException {
    // Given
    var nanos = new AtomicLong();
    var watch = new LoopWatch(nanos::get);
    var blocked = new CountDownLatch(1);
    var stuck = new CountDownLatch(1);
    var terminal =
        terminal(
            (code, language) -> {
              stuck.countDown();
              return hang(blocked, code);
            });
    subscribers.add(
        Subscriber.builder("centre", Role.OPS)
            .areas("*")
            .channel(new ChannelSettings.Terminal("terminal"))
            .build());
    var kafka = new FakeKafka(true);
    kafka.publish(residential().build());
    var app = start(kafka, new AreaDirectory(), terminal, watch);
    await().until(() -> stuck.getCount() == 0);
    await().until(app::isReady);
    // When
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
    // Then
    assertThat(app.trouble()).contains("an alert waits for 11 s: the fan-out does not keep up");
    assertThat(app.isReady()).isFalse();
    // When
    blocked.countDown();
    // Then
    await().until(app::isReady);
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
  void shouldPassOverARecordWithoutAnAlert() throws IOException {
    // Given
    var team = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(true);
    kafka.publish((byte[]) null);
    kafka.publish(residential().build());
    // When
    start(kafka);
    // Then
    await().until(() -> kafka.committed() == 2);
    assertThat(team.requests).hasSize(1);
  }

  @Test
  void shouldSayThatItHasEndedWhateverEndedIt() throws IOException {
    // Given
    var kafka = new FakeKafka(true);
    var app = start(kafka);
    await().until(app::isReady);
    // When
    kafka.breakReading();
    // Then
    await().until(() -> app.ended().isCompletedExceptionally());
    assertThat(app.isReady()).isFalse();
  }

  /** Nobody else waits for that area, and what is told of it is not lost. */
  @Test
  void shouldTellAConfidentialHospitalOnceItsAreaIsKnownAndHoldUpNobodyUntilThen()
      throws IOException {
    // Given
    var own = receiver("own", (n, exchange) -> Receiver.status(exchange, 200));
    var team = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    subscribers.add(subscriber(Role.HOSPITAL, TokenHash.of(KEY), own));
    var kafka = new FakeKafka(true);
    kafka.publishPrivately(Alerts.site("hospital-a").build());
    kafka.publishPrivately(revision(Alerts.site("hospital-a"), 2, MessageType.UPDATE));
    var areas = new AreaDirectory();
    var app = start(kafka, areas);
    await().until(app::isReady);
    // When
    kafka.publishLive(residential().setSeverity(Severity.MODERATE).build()); // not the hospital's
    await().until(() -> !team.requests.isEmpty());
    // Then
    assertThat(kafka.recorded("deliveries-private")).isEmpty();
    assertThat(kafka.committedPrivately()).isZero();
    assertThat(app.isDrained()).isFalse();
    // When
    areas.onProfile(confidentialHospital().profile("aleppo").orElseThrow());
    // Then
    await().until(() -> kafka.committedPrivately() == 2);
    assertThat(kafka.recorded("deliveries-private"))
        .extracting(Delivery::getRevision)
        .containsExactly(1, 2);
  }

  /** What other instances tell is looked for from time to time; what is ours goes on meanwhile. */
  @Test
  void shouldGoOnWhereTheAlertsOfOthersCannotBeRead() throws IOException {
    // Given
    var team = receiver("team", (n, exchange) -> Receiver.status(exchange, 200));
    var kafka = new FakeKafka(true);
    var app = start(kafka);
    await().until(app::isReady);
    // When
    kafka.loseALeader();
    await().until(() -> kafka.unanswered() > 0);
    kafka.publishLive(residential().build());
    // Then
    await().untilAsserted(() -> assertThat(team.requests).hasSize(1));
  }

  /** They may be on the spot, whoever told them. */
  @Test
  void shouldWarnOfASecondStrikeThoseWhoWereToldOfTheFirstByAnotherInstance() throws IOException {
    // Given
    var near = receiver("near", (n, exchange) -> Receiver.status(exchange, 200));
    subscribers.clear();
    subscribers.add(
        Subscriber.builder("near", Role.RESCUE)
            .areas("homs")
            .channel(new ChannelSettings.Webhook("hook", near.url(), SECRET, true))
            .build());
    var kafka = new FakeKafka(true);
    var app = start(kafka);
    await().until(app::isReady);
    // When
    var first = Facts.repeatFacts().getEarlierStrikeIds().get(0);
    kafka.recordLive(told("strike:" + first, "near"));
    // Then
    var number = new AtomicInteger();
    await()
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              var id = "later" + number.getAndIncrement();
              kafka.publishLive(
                  Alerts.repeat()
                      .setAlertId("strike:" + id)
                      .setSubject(new Subject(SubjectKind.STRIKE, id))
                      .build());
              assertThat(near.requests).isNotEmpty();
            });
  }

  /** What it reads of its own is older than what it knows. */
  @Test
  void shouldGoOnCountingItsAttemptsThoughItReadsWhatItRecorded() throws IOException {
    // Given
    receiver("team", (n, exchange) -> busyFirst(1, exchange));
    var kafka = new FakeKafka(true);
    kafka.publish(residential().build());
    start(kafka);
    await().until(() -> kafka.history().size() > 1);
    // When
    kafka.recordLive(kafka.history().get(0));
    kafka.recordLive(told("strike:other", "team"));
    await().until(kafka::isReadAnew);
    var known = kafka.history().size();
    await().until(() -> kafka.history().size() > known + 2);
    // Then
    var attempts = kafka.recorded().stream().map(Delivery::getAttempt).toList();
    assertThat(attempts).isEqualTo(IntStream.rangeClosed(1, attempts.size()).boxed().toList());
  }

  private static ProducerRecord<String, byte[]> told(String alertId, String subscriber) {
    var delivery =
        Delivery.newBuilder()
            .setAlertId(alertId)
            .setRevision(1)
            .setMessageType(MessageType.ALERT)
            .setSubscriber(subscriber)
            .setChannel("hook")
            .setOutcome(DELIVERED)
            .setAttempt(1)
            .setIdempotencyKey("msg_1")
            .setSeverity(Severity.EXTREME)
            .setReality(Reality.ACTUAL)
            .setInterrupts(true)
            .setAt(SENT)
            .build();
    return new ProducerRecord<>("deliveries", MessageCodec.of(Delivery.class).encode(delivery));
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
    return start(kafka, areas, terminal((code, language) -> code), new LoopWatch(System::nanoTime));
  }

  private static TerminalAlerts terminal(AreaNames names) {
    return new TerminalAlerts(new PrintStream(OutputStream.nullOutputStream()), names, false);
  }

  private FanoutApp start(
      FakeKafka kafka, AreaDirectory areas, TerminalAlerts terminal, LoopWatch watch) {
    var app =
        new FanoutApp(
            kafka,
            new Topics(""),
            SubscribersSource.of(subscribers),
            areas,
            terminal,
            ReplySettings.NONE,
            Duration.ofMinutes(30),
            new Backoff(List.of(Duration.ofMillis(20)), new Random(1)),
            watch,
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

  private static String hang(CountDownLatch over, String code) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return code;
  }

  private static Subscriber subscriber(Role role, @Nullable String key, Receiver receiver) {
    return Subscriber.builder(role.name(), role)
        .areas("aleppo")
        .site(role == Role.HOSPITAL ? "hospital-a" : null)
        .siteKeySha256(key)
        .channel(new ChannelSettings.Webhook("hook", receiver.url(), SECRET, true))
        .build();
  }

  private static AreaDirectory confidentialHospital() {
    var hospital = Areas.hospital("hospital-a", 36.2, true);
    var areas = new AreaDirectory();
    areas.onProfile(
        Areas.aleppo()
            .setSites(List.of(Site.newBuilder(hospital).setKeySha256(TokenHash.of(KEY)).build()))
            .build());
    return areas;
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
