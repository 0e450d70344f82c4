package org.marsad.standalone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.FanoutApp;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.operations.decisions.DecisionDesk;
import org.marsad.consumer.operations.decisions.Draft;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.AreaProfile;
import org.marsad.message.DecisionKind;
import org.marsad.message.LocalName;
import org.marsad.message.Reality;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.marsad.standalone.Drain;
import org.marsad.standalone.TopicSetup;
import org.marsad.standalone.broker.EmbeddedBroker;

/**
 * A day in Aleppo: reports come in at the time that the clock is set to, and each subscriber has a
 * phone (SMS) and a screen (ntfy).
 */
final class Timeline implements AutoCloseable {
  /** A hospital of Aleppo that everybody may know of. */
  static final String HOSPITAL = "mill-hospital";

  static final double HOSPITAL_LAT = 36.20;
  static final double HOSPITAL_LON = 37.10;

  /** Another one, in the south. */
  static final String OTHER_HOSPITAL = "south-hospital";

  private static final String APPLICATION = "timeline";
  private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");
  private static final Set<String> TOWNS = Set.of("aleppo", "homs", "idlib", "saraqib");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HandClock clock = new HandClock(moment(0, "00:00"), ZONE);
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final KafkaConnection kafka;
  private final Topics topics;
  private final Phones phones;
  private final Screens screens;
  private final StrikePublisher publisher;
  private final FanoutApp fanout;
  private final Drain drain;

  /**
   * Begins the day.
   *
   * @param folder of what it keeps
   * @param subscribers see {@link #crew} and {@link #subscriber}
   */
  Timeline(Path folder, String... subscribers) throws IOException, InterruptedException {
    phones = opened(new Phones());
    screens = opened(new Screens());
    var broker = opened(EmbeddedBroker.start(folder.resolve("broker"), 0));
    kafka = KafkaConnection.to(broker.bootstrapServers());
    topics = kafka.topics();
    var areas = areas();
    TopicSetup.prepare(kafka, 2, areas);
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
    fanout = opened(fanout(broker, areas, file(folder, subscribers)));
    fanout.start();
    drain = opened(new Drain(kafka, APPLICATION));
    await().atMost(PATIENCE).until(fanout::isReady);
  }

  /** A rescue team of Aleppo. */
  static String crew(String id) {
    return subscriber(id, "RESCUE", "areas: [aleppo]");
  }

  /** Somebody with a phone and a screen; more lines say what of. */
  static String subscriber(String id, String role, String... lines) {
    return "- id: %s\n  role: %s\n  %s\n".formatted(id, role, String.join("\n  ", lines));
  }

  /** A moment of the day, local time. */
  static Instant at(String time) {
    return moment(0, time);
  }

  /** A moment so many days later, local time. */
  static Instant moment(int daysLater, String time) {
    return DAY.plusDays(daysLater).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  /** The clock goes on to a moment of the day, and reports come in. */
  void at(String time, Report... reports) throws Exception {
    later(0, time, reports);
  }

  /** The clock goes on to a moment so many days later, and reports come in. */
  void later(int days, String time, Report... reports) throws Exception {
    var now = moment(days, time);
    clock.set(now);
    for (var report : reports) {
      publish(report, now);
    }
    await().atMost(PATIENCE).until(this::isSettled);
  }

  private void publish(Report report, Instant now)
      throws InterruptedException, java.util.concurrent.ExecutionException, TimeoutException {
    assertThat(
            publisher.publish(report.receivedAt(now)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(Fate.Published.class);
  }

  /** A person at the operations centre decides something at a moment of the day. */
  void decides(DecisionKind kind, String time, String... reportIds) throws Exception {
    clock.set(moment(0, time));
    new DecisionDesk(kafka.client(), topics, clock)
        .decide(
            new Draft(
                kind,
                "aleppo",
                List.of(reportIds),
                Reality.ACTUAL,
                "operations",
                "seen by both",
                false));
    await().atMost(PATIENCE).until(this::isSettled);
  }

  /** The SMS that came to somebody since this was asked last. */
  List<String> sms(String who) {
    return phones.read(who);
  }

  /** The notifications that came to somebody since this was asked last. */
  List<Screens.Note> notes(String who) {
    return screens.read(who);
  }

  /** What stands on somebody's screen. */
  List<String> screen(String who) {
    return screens.shown(who);
  }

  /** That somebody was told nothing since this was asked last, not even quietly. */
  void assertNothingFor(String... whom) {
    for (var who : whom) {
      assertThat(sms(who)).as("SMS of %s", who).isEmpty();
      assertThat(notes(who)).as("screen of %s", who).isEmpty();
    }
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e); // a part that does not stop fails the test
      }
    }
  }

  /** Whether every report was judged, and every alert taken by the fan-out and done with. */
  private boolean isSettled() throws InterruptedException {
    return drain.isDrained() && fanout.counts().alerts() == published() && fanout.isDrained();
  }

  private long published() {
    return (long) TopicReader.readAll(kafka.consumer(), topics.alerts()).size()
        + TopicReader.readAll(kafka.consumer(), topics.privateAlerts()).size();
  }

  private FanoutApp fanout(EmbeddedBroker broker, List<AreaProfile> areas, Path subscribers)
      throws IOException {
    var names = new AreaDirectory();
    areas.forEach(names::onProfile);
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new FanoutApp(
        Settings.of(
            FanoutSettings.DEFINITION,
            Map.of(Settings.KAFKA + "bootstrap.servers", broker.bootstrapServers()),
            Map.of()),
        SubscribersSource.of(subscribers),
        names,
        new TerminalAlerts(nowhere, names, false),
        clock);
  }

  private Path file(Path folder, String... subscribers) throws IOException {
    var text = new StringBuilder();
    for (var subscriber : subscribers) {
      var id = subscriber.lines().findFirst().orElseThrow().replace("- id: ", "");
      text.append(subscriber)
          .append("  channels:\n    - ")
          .append(phones.channel(id))
          .append("\n    - ")
          .append(screens.channel(id))
          .append('\n');
    }
    return Files.writeString(folder.resolve("subscribers.yaml"), text);
  }

  /** Four towns, and two hospitals that are not made up. */
  private static List<AreaProfile> areas() throws IOException {
    var areas = new ArrayList<AreaProfile>();
    for (var area : Gazetteer.bundled().areas()) {
      if (area.getCode().equals("aleppo")) {
        areas.add(
            AreaProfile.newBuilder(area)
                .setSites(
                    List.of(
                        hospital(HOSPITAL, "Mill Hospital", HOSPITAL_LAT, HOSPITAL_LON),
                        hospital(OTHER_HOSPITAL, "South Hospital", 36.17, 37.16)))
                .build());
      } else if (TOWNS.contains(area.getCode())) {
        areas.add(area);
      }
    }
    return areas;
  }

  private static Site hospital(String id, String name, double lat, double lon) {
    return Site.newBuilder()
        .setSiteId(id)
        .setKind(SiteKind.HOSPITAL)
        .setNames(List.of(new LocalName("en", name)))
        .setLat(lat)
        .setLon(lon)
        .setCapacity(100)
        .setConfidential(false)
        .setFictional(false)
        .build();
  }

  private <T extends AutoCloseable> T opened(T part) {
    started.push(part);
    return part;
  }
}
