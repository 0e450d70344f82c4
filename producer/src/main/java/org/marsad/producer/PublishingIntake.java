package org.marsad.producer;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.producer.intake.Door;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceDirectory;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.PublisherSettings;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.producer.report.Places;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.sms.AlertReplies;

/** The intake with publisher and spool behind it, for a server of its own or a shared one. */
public final class PublishingIntake implements Consumer<JavalinConfig>, AutoCloseable {
  private final StrikePublisher publisher;
  private final Intakes intakes;

  /**
   * Reads what it needs; nothing is taken yet.
   *
   * @param settings as {@link ProducerSettings#DEFINITION} declares them
   * @param sources who may report
   * @param places looks places up
   * @param areas looks areas up
   * @param replies takes answers to alerts by SMS; null: nobody does
   * @param closed why nothing is taken now; empty: it is. Asked at each request
   * @param clock says when a report is received
   * @throws IOException when a file cannot be read or the spool cannot be used
   * @throws org.marsad.schemas.settings.SettingsException when a file holds what cannot be used
   */
  public PublishingIntake(
      Settings settings,
      SourceDirectory sources,
      Places places,
      AreaRegister areas,
      @Nullable AlertReplies replies,
      Supplier<Optional<String>> closed,
      Clock clock)
      throws IOException {
    var kafka = KafkaConnection.of(settings);
    var pseudonyms = Pseudonyms.read(Path.of(settings.text(ProducerSettings.PSEUDONYM_KEY_FILE)));
    publisher =
        new StrikePublisher(
            ReportProducers.of(kafka.producer()),
            publisherSettings(settings, kafka.topics().reports()));
    intakes =
        new Intakes(
            new Door(sources, ProducerSettings.limits(settings), closed),
            pseudonyms,
            places,
            areas,
            publisher::publish,
            replies,
            kafka,
            Horizon.of(settings),
            clock);
  }

  /** Learns what it needs of the topics. Comes before the first report. */
  public void start() {
    intakes.start();
  }

  /** Publishes reports, with the spool behind it. */
  public StrikePublisher publisher() {
    return publisher;
  }

  /** Adds the routes to a server. */
  @Override
  public void accept(JavalinConfig config) {
    intakes.accept(config);
  }

  /** Sends what is under way. Comes after the server that it takes reports from. */
  @Override
  public void close() {
    intakes.close();
    publisher.close();
  }

  private static PublisherSettings publisherSettings(Settings settings, String topic) {
    var folder = settings.text(ProducerSettings.SPOOL_DIR);
    return folder.isEmpty()
        ? PublisherSettings.withoutSpool(topic)
        : PublisherSettings.withSpool(
            topic, Path.of(folder), ProducerSettings.spoolBytes(settings));
  }
}
