package org.marsad.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.intake.HandedOn;
import org.marsad.producer.intake.HealthRoutes;
import org.marsad.producer.intake.IntakeServer;
import org.marsad.producer.intake.SourceDirectory;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.report.Places;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.launch.Part;
import org.marsad.schemas.launch.Readiness;
import org.marsad.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The producer as a part of its own: the intake with a server. */
public final class ProducerGateway implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(ProducerGateway.class);

  private final DiskSpace disk;
  private final SourceDirectory sources;
  private final PublishingIntake intake;
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
    this.disk = DiskSpace.of(Path.of(settings.text(ProducerSettings.SPOOL_DIR)), settings);
    this.sources =
        SourceDirectory.of(
            Path.of(settings.text(ProducerSettings.SOURCES_FILE)), Clock.systemUTC());
    this.intake =
        new PublishingIntake(
            settings,
            sources,
            places,
            areas,
            HandedOn.of(
                settings.text(ProducerSettings.REPLIES_URL),
                settings.text(ProducerSettings.REPLIES_TOKEN_FILE)),
            disk::full,
            clock);
  }

  @Override
  public synchronized void start() {
    intake.start();
    server =
        IntakeServer.start(
            settings.text(ProducerSettings.HTTP_HOST),
            settings.number(ProducerSettings.HTTP_PORT),
            List.of(intake, new HealthRoutes(this::readiness)));
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
    intake.close();
    ended.complete(null);
  }

  private Readiness readiness() {
    return new Readiness(
        stopping ? Optional.of("stopping") : disk.full(),
        Stream.of(sources.warning(), disk.warning()).flatMap(Optional::stream).toList());
  }
}
