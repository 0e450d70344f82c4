package org.marsad.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.marsad.producer.intake.HealthRoutes;
import org.marsad.producer.intake.Intake;
import org.marsad.producer.intake.IntakeServer;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.producer.report.Places;
import org.marsad.schemas.Topics;
import org.marsad.schemas.settings.Settings;

/** The producer as a part of its own: intake over HTTP, publisher and spool. */
public final class ProducerGateway implements AutoCloseable {
  private final StrikePublisher publisher;
  private final IntakeServer server;
  private volatile boolean stopping;

  private ProducerGateway(StrikePublisher publisher, Intake intake, Settings settings) {
    this.publisher = publisher;
    this.server =
        IntakeServer.start(
            settings.text(ProducerSettings.HTTP_HOST),
            settings.number(ProducerSettings.HTTP_PORT),
            List.of(intake, new HealthRoutes(this::whyNotReady)));
  }

  /**
   * Starts it.
   *
   * @param settings of {@link ProducerSettings#DEFINITION}
   * @param places looks places up
   * @param clock says when a report is received
   * @throws IOException when a file cannot be read or the spool cannot be used
   * @throws org.marsad.schemas.settings.SettingsException when a file holds what cannot be used
   */
  public static ProducerGateway start(Settings settings, Places places, Clock clock)
      throws IOException {
    var sources = SourcesFile.read(Path.of(settings.text(ProducerSettings.SOURCES_FILE)));
    var pseudonyms = Pseudonyms.read(Path.of(settings.text(ProducerSettings.PSEUDONYM_KEY_FILE)));
    var publisher =
        new StrikePublisher(
            ReportProducers.of(settings.kafka("producer")), publisherSettings(settings));
    var intake =
        new Intake(
            sources,
            pseudonyms,
            settings.number(ProducerSettings.RATE_PER_MINUTE),
            places,
            publisher::publish,
            clock);
    try {
      return new ProducerGateway(publisher, intake, settings);
    } catch (RuntimeException e) {
      publisher.close();
      throw e;
    }
  }

  /** The port of the intake. */
  public int port() {
    return server.port();
  }

  /** Stops taking reports, then sends what is under way. Harmless a second time. */
  @Override
  public void close() {
    stopping = true;
    server.close();
    publisher.close();
  }

  private Optional<String> whyNotReady() {
    return stopping ? Optional.of("stopping") : Optional.empty();
  }

  private static PublisherSettings publisherSettings(Settings settings) {
    var topic = new Topics(settings.text(ProducerSettings.TOPICS_PREFIX)).reports();
    var folder = settings.text(ProducerSettings.SPOOL_DIR);
    return folder.isEmpty()
        ? PublisherSettings.withoutSpool(topic)
        : PublisherSettings.withSpool(
            topic, Path.of(folder), ProducerSettings.spoolBytes(settings));
  }
}
