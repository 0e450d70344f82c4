package org.marsad.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.intake.Door;
import org.marsad.producer.intake.HandedOn;
import org.marsad.producer.intake.HealthRoutes;
import org.marsad.producer.intake.IntakeServer;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceDirectory;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.producer.report.Places;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaSettings;
import org.marsad.schemas.launch.Part;
import org.marsad.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The producer as a part of its own: intake over HTTP, publisher and spool. */
public final class ProducerGateway implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(ProducerGateway.class);

  private final StrikePublisher publisher;
  private final Intakes intakes;
  private final Settings settings;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable IntakeServer server;
  private volatile boolean stopping;

  /**
   * Reads what it needs; nothing is listened to yet.
   *
   * @param settings of {@link ProducerSettings#DEFINITION}
   * @param places looks places up
   * @param areas looks areas up
   * @param clock says when a report is received
   * @throws IOException when a file cannot be read or the spool cannot be used
   * @throws org.marsad.schemas.settings.SettingsException when a file holds what cannot be used
   */
  public ProducerGateway(Settings settings, Places places, AreaRegister areas, Clock clock)
      throws IOException {
    this.settings = settings;
    var sources =
        SourceDirectory.of(
            Path.of(settings.text(ProducerSettings.SOURCES_FILE)), Clock.systemUTC());
    var pseudonyms = Pseudonyms.read(Path.of(settings.text(ProducerSettings.PSEUDONYM_KEY_FILE)));
    var kafka = KafkaSettings.of(settings, "producer", Map.of());
    this.publisher = new StrikePublisher(ReportProducers.of(kafka), publisherSettings(settings));
    this.intakes =
        new Intakes(
            new Door(sources, ProducerSettings.limits(settings)),
            pseudonyms,
            places,
            areas,
            publisher::publish,
            HandedOn.of(
                settings.text(ProducerSettings.REPLIES_URL),
                settings.text(ProducerSettings.REPLIES_TOKEN_FILE)),
            kafka,
            topics(settings),
            Horizon.of(settings),
            clock);
  }

  @Override
  public synchronized void start() {
    intakes.start();
    server =
        IntakeServer.start(
            settings.text(ProducerSettings.HTTP_HOST),
            settings.number(ProducerSettings.HTTP_PORT),
            List.of(intakes, new HealthRoutes(this::whyNotReady)));
    LOG.info("takes reports port={}", server.port());
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** The port of the intake. */
  public synchronized int port() {
    return Objects.requireNonNull(server, "start: not yet (expected: first)").port();
  }

  /** Stops taking reports, then sends what is under way. Harmless a second time. */
  @Override
  public synchronized void close() {
    stopping = true;
    if (server != null) {
      server.close();
    }
    intakes.close();
    publisher.close();
    ended.complete(null);
  }

  private Optional<String> whyNotReady() {
    return stopping ? Optional.of("stopping") : Optional.empty();
  }

  private static Topics topics(Settings settings) {
    return new Topics(settings.text(ProducerSettings.TOPICS_PREFIX));
  }

  private static PublisherSettings publisherSettings(Settings settings) {
    var topic = topics(settings).reports();
    var folder = settings.text(ProducerSettings.SPOOL_DIR);
    return folder.isEmpty()
        ? PublisherSettings.withoutSpool(topic)
        : PublisherSettings.withSpool(
            topic, Path.of(folder), ProducerSettings.spoolBytes(settings));
  }
}
