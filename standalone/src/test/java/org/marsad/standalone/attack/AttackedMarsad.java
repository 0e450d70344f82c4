package org.marsad.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.FanoutApp;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.feeds.Feeds;
import org.marsad.consumer.operations.OperationsApp;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Intent;
import org.marsad.message.Reality;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.SubjectKind;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.Intakes;
import org.marsad.producer.areas.AreasLoader;
import org.marsad.producer.intake.Door;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.Limits;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceDirectory;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.marsad.standalone.TopicSetup;
import org.marsad.standalone.broker.EmbeddedBroker;

/**
 * All parts around a real broker, in one of the three worlds. The clock is set by hand, every step
 * is worked through by all parts before the next, and keys are the same in every world: what
 * differs at the end differs because of the site.
 */
final class AttackedMarsad implements AutoCloseable {
  private static final String APPLICATION = "attacked";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private static final int ROOM = 100;

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-05-12T06:00:00Z"));
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final SiteWorld world;
  private final KafkaConnection kafka;
  private final Topics topics;
  private final Ears ears;
  private final StrikePublisher publisher;
  private final FanoutApp fanout;
  private final Wires wires;
  private final OperationsApp operations;
  private final Browser browser;
  private final Settings settings;

  AttackedMarsad(Path folder, SiteWorld world) throws Exception {
    this.world = world;
    try {
      ears = opened(new Ears());
      var broker = opened(EmbeddedBroker.start(folder.resolve("broker"), 0));
      kafka = KafkaConnection.to(broker.bootstrapServers());
      topics = kafka.topics();
      var gazetteer = Gazetteer.of(world.areas(1, ROOM));
      TopicSetup.prepare(kafka, 2, gazetteer.areas());
      wires = opened(new Wires(kafka.client(), topics, APPLICATION));
      var processor =
          opened(
              new ProcessorApp(
                  kafka.streams(),
                  APPLICATION,
                  "1",
                  folder.resolve("state"),
                  topics,
                  Rules.DEFAULTS));
      processor.start();
      publisher =
          opened(
              new StrikePublisher(
                  ReportProducers.of(kafka.producer()),
                  PublisherSettings.withoutSpool(topics.reports())));
      settings = settings(folder);
      fanout = opened(fanout(folder, gazetteer));
      fanout.start();
      operations = opened(operations(folder));
      operations.start();
      wires.follow(operations.topics());
      var server =
          Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                try {
                  opened(intakes(folder, gazetteer)).accept(config);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
                operations.accept(config);
                fanout.routes().forEach(route -> route.accept(config));
              });
      server.start("127.0.0.1", 0);
      started.push(server::stop);
      started.push(operations); // ends its streams before the server
      browser = opened(new Browser("http://127.0.0.1:" + server.port()));
      await().atMost(PATIENCE).until(fanout::isReady);
      settle();
      browser.watch(Desks.NAMES);
    } catch (Exception | AssertionError e) {
      close();
      throw e;
    }
  }

  SiteWorld world() {
    return world;
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  /** A report comes in, and all parts work it through. */
  void say(StrikeReport report) throws Exception {
    assertThat(publisher.publish(report).get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(Fate.Published.class);
    settle();
  }

  /** The operator loads new profiles of all areas. */
  void loadAreas(int version, int roomOfTheMill) throws Exception {
    AreasLoader.load(kafka, world.areas(version, roomOfTheMill));
    settle();
  }

  /** Somebody posts something; the answer's status and body. */
  String post(String path, String token, String body) throws Exception {
    var answer = browser.post(path, token, body);
    settle();
    return answer;
  }

  /** The operator answers the newest alert about a real strike for a subscriber. */
  void answerByRadio(String subscriber) throws Exception {
    var alerts = MessageCodec.of(Alert.class);
    var newest = new AtomicReference<>("");
    TopicReader.read(
        kafka.consumer(),
        topics.alerts(),
        record -> {
          var alert = alerts.decode(record.value());
          if (alert.getSubject().getKind() == SubjectKind.STRIKE
              && alert.getReality() == Reality.ACTUAL) {
            newest.set(alert.getAlertId());
          }
        });
    var answer =
        new Acknowledgement(
            Objects.requireNonNull(newest.get()),
            1,
            subscriber,
            subscriber,
            Intent.SEEN,
            "terminal",
            clock.instant());
    try (var topic = AcknowledgementsTopic.of(kafka.producer(), topics)) {
      topic.publishPrivately(answer).join();
    }
    settle();
  }

  /** What was to be had, at the end. */
  Loot loot(Map<String, List<String>> answers) throws Exception {
    try (var feeds =
        Feeds.of(
            settings,
            ReplySettings.of(settings).base(),
            fanout::subscribers,
            new AreaDirectory(),
            clock)) {
      feeds.start();
      await().atMost(PATIENCE).until(feeds::isReady);
      var server =
          Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                feeds.accept(config);
              });
      server.start("127.0.0.1", 0);
      try (var reader = new Browser("http://127.0.0.1:" + server.port())) {
        return new Burglar(kafka.client(), topics, browser, reader, ears, terminal.toString(UTF_8))
            .take(answers);
      } finally {
        server.stop();
      }
    }
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part did not stop cleanly", e);
      }
    }
  }

  private void settle() {
    await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(wires::isAllRead);
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOK_AGAIN)
        .untilAsserted(
            () -> {
              var there = wires.count();
              assertThat(fanout.counts().alerts()).as("alerts").isEqualTo(there.alerts());
              assertThat(fanout.counts().pending()).as("%s", fanout.counts()).isZero();
              assertThat(operations.taken()).as("operations").isEqualTo(there.ofOperations());
            });
  }

  private Settings settings(Path folder) throws IOException {
    var key = Files.writeString(folder.resolve("reply.key"), "k".repeat(40));
    var token = Files.writeString(folder.resolve("replies.token"), "t".repeat(40));
    return Settings.of(
        FanoutSettings.DEFINITION,
        Map.of(Settings.KAFKA + "bootstrap.servers", kafka.bootstrapServers()),
        Map.of(
            ReplySettings.KEY_FILE,
            key.toString(),
            ReplySettings.BASE_URL,
            "https://replies.example.org",
            ReplySettings.SMS_TOKEN_FILE,
            token.toString(),
            FeedSettings.PUBLIC,
            "true"));
  }

  private FanoutApp fanout(Path folder, Gazetteer gazetteer) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("subscribers.yaml"), Audience.file(ears, world.hasTheSite()));
    var names = new AreaDirectory();
    gazetteer.areas().forEach(names::onProfile);
    return new FanoutApp(
        settings,
        SubscribersSource.of(file, () -> Known.of(gazetteer.areas())),
        names,
        new TerminalAlerts(new PrintStream(terminal, true, UTF_8), names, false),
        clock);
  }

  private OperationsApp operations(Path folder) throws IOException {
    var users = Files.writeString(folder.resolve("users.yaml"), Desks.file());
    return OperationsApp.of(
        OperationsSettings.of(
            Settings.of(
                OperationsSettings.DEFINITION,
                Map.of(Settings.KAFKA + "bootstrap.servers", kafka.bootstrapServers()),
                Map.of(OperationsSettings.USERS_FILE, users.toString()))),
        List.of(),
        fanout::subscribers,
        null,
        null,
        clock);
  }

  private Intakes intakes(Path folder, Gazetteer gazetteer) throws IOException {
    var key = Files.writeString(folder.resolve("pseudonym.key"), "p".repeat(40));
    return new Intakes(
        new Door(
            SourceDirectory.of(
                List.of(
                    source("stranger", List.of()),
                    source("operator", List.of(KnownSource.ANY_SITE)))),
            new Limits(10_000, 10_000)),
        Pseudonyms.read(key),
        gazetteer::resolve,
        gazetteer,
        publisher::publish,
        fanout.smsReplies().orElse(null),
        kafka,
        Horizon.DEFAULTS,
        clock);
  }

  private static KnownSource source(String name, List<String> sites) {
    return new KnownSource(
        name, Tokens.hashOf(name), SourceKind.OBSERVER, null, SiteWorld.AREA, false, sites);
  }

  private <T extends AutoCloseable> T opened(T part) {
    started.push(part);
    return part;
  }
}
