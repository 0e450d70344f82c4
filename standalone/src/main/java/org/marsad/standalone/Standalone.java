package org.marsad.standalone;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.archive.ArchiveApp;
import org.marsad.consumer.archive.ArchiveSettings;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.FanoutApp;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.feeds.Feeds;
import org.marsad.consumer.operations.Health;
import org.marsad.consumer.operations.OperationsApp;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.consumer.operations.api.Intake;
import org.marsad.consumer.operations.people.LocalOperator;
import org.marsad.consumer.replies.ReplyKey;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.processor.ProcessorApp;
import org.marsad.processor.ProcessorSettings;
import org.marsad.processor.state.AreaBook;
import org.marsad.producer.ProducerSettings;
import org.marsad.producer.PublishingIntake;
import org.marsad.producer.intake.SourceDirectory;
import org.marsad.producer.places.Gazetteer;
import org.marsad.producer.places.LiveGazetteer;
import org.marsad.producer.publish.StrikePublisher;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.PrivateFiles;
import org.marsad.schemas.settings.Settings;
import org.marsad.standalone.broker.EmbeddedBroker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts in one JVM, around a real broker. Closed in the reverse order of their start. */
public final class Standalone implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

  /** What all partitions' decoded state may take here, where all parts share one machine. */
  private static final long BOOK_BYTES = AreaBook.USUAL_LIMIT;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration LINK_WITHIN = Duration.ofHours(12);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final DiskSpace disk;
  private final Supplier<Optional<Warning>> rules;
  private final EmbeddedBroker broker;
  private final KafkaConnection kafka;
  private final ProcessorApp processor;
  private final Drain drain;
  private final ProcessorWatch processorWatch;
  private final SourceDirectory sources;
  private final AreasWatch areasWatch;
  private final FanoutApp fanout;
  private final ArchiveApp archive;
  private final LocalOperator operator;
  private final OperationsApp operations;
  private final PublishingIntake intake;
  private final WebServer web;

  private Standalone(Options options) throws IOException, InterruptedException {
    try {
      var folders = options.folders();
      var settings = options.settings();
      disk = options.disk();
      rules = rulesWarning(options.rulesFile());
      disk.requireRoomToStart();
      var inForce = ProcessorSettings.rules(settings); // refused before anything starts
      Horizon.of(settings);
      broker =
          opened(
              EmbeddedBroker.start(
                  folders.broker(), settings.number(InstallationSettings.BROKER_PORT)));
      kafka = KafkaConnection.of(part(settings, KafkaConnection.define(new ConfigDef()), Map.of()));
      TopicSetup.prepare(
          kafka, settings.number(TopicsMain.PARTITIONS), options.gazetteer().areas());

      processor =
          opened(
              new ProcessorApp(
                  part(
                      settings,
                      ProcessorSettings.DEFINITION,
                      Map.of(ProcessorSettings.STATE_DIR, folders.state().toString())),
                  BOOK_BYTES / settings.number(TopicsMain.PARTITIONS)));
      processor.start();
      drain = opened(new Drain(kafka, ProcessorSettings.APPLICATION));
      processorWatch = opened(new ProcessorWatch(drain::positions, System::nanoTime));
      processorWatch.start(LOOK_AGAIN);

      archive =
          opened(
              new ArchiveApp(
                  part(
                      settings,
                      ArchiveSettings.DEFINITION,
                      Map.of(ArchiveSettings.ARCHIVE_DIR, folders.archive().toString()))));
      archive.start();

      var areas = new AreaDirectory();
      options.gazetteer().areas().forEach(areas::onProfile);
      areasWatch =
          opened(new AreasWatch(folders.areas(), newer -> use(newer, options.gazetteer(), areas)));
      if (options.watchesAreas()) {
        areasWatch.start(LOOK_AGAIN);
      }
      LocalSource.prepare(folders, settings.text(InstallationSettings.HOME_AREA));
      sources = SourceDirectory.of(folders.sources(), Clock.systemUTC());
      var fanoutSettings =
          part(settings, FanoutSettings.DEFINITION, Map.of(ReplySettings.KEY_FILE, key(folders)));
      var replies = ReplySettings.of(fanoutSettings);
      fanout =
          opened(
              new FanoutApp(
                  fanoutSettings,
                  replies.withCodes(sources::hasGateway),
                  options.subscribers(),
                  areas,
                  new TerminalAlerts(options.terminal(), areas, options.colour()),
                  Clock.systemUTC()));
      fanout.start();
      var feeds =
          opened(
              Feeds.of(
                  fanoutSettings, replies.base(), fanout::subscribers, areas, Clock.systemUTC()));
      feeds.start();

      operator = LocalOperator.create();
      PrivateFiles.replace(folders.operationsToken(), operator.token());
      operations =
          opened(
              OperationsApp.of(
                  OperationsSettings.of(
                      part(
                          settings,
                          OperationsSettings.DEFINITION,
                          operationsFiles(folders, settings, replies.base()))),
                  List.of(operator.user()),
                  fanout::subscribers,
                  new Intake(() -> URI.create(url()), folders.operatorToken()),
                  ExplainThresholds.of(inForce),
                  Clock.systemUTC()));
      operations.start();

      intake =
          opened(
              new PublishingIntake(
                  part(settings, ProducerSettings.DEFINITION, intakeFiles(folders)),
                  sources,
                  options.gazetteer()::resolve,
                  options.gazetteer(),
                  fanout.smsReplies().orElse(null),
                  disk::full,
                  Clock.systemUTC()));
      intake.start();
      web = opened(WebServer.start(settings.number(InstallationSettings.HTTP_PORT), routes(feeds)));
      opened(
          operations); // ends its streams before the server that carries them, and is closed twice
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts everything, in order; what was started is stopped again when a later part fails.
   *
   * @throws IOException when a folder, file or port cannot be had
   * @throws org.marsad.schemas.settings.SettingsException when a file holds what cannot be used
   */
  public static Standalone start(Options options) throws IOException, InterruptedException {
    return new Standalone(options);
  }

  /** Where the page and the intake are. */
  public String url() {
    return web.url();
  }

  /** A link that signs the local operator in, once, from this machine; a secret. */
  public String signInLink() {
    return url() + "/sign-in#" + operations.links().offer(operator.user(), LINK_WITHIN);
  }

  /** Where Kafka's clients connect. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** How its Kafka is reached. */
  public KafkaConnection kafka() {
    return kafka;
  }

  public Topics topics() {
    return kafka.topics();
  }

  /** Publishes reports, with a spool behind it. */
  public StrikePublisher publisher() {
    return intake.publisher();
  }

  /** Whether the processor reads its reports. */
  public boolean isRunning() {
    return processor.isRunning();
  }

  /** Why alerts do not reach anybody now, in words; empty where all is well. */
  public Optional<String> trouble() {
    return processor.isRunning()
        ? processorWatch.trouble().or(fanout::trouble)
        : Optional.of("the processor does not run, so no report is judged");
  }

  /** Why no reports are taken now; empty: they are. */
  public Optional<String> closed() {
    return disk.full();
  }

  /** What a person should mend while all goes on. */
  public List<Warning> warnings() {
    return operations.health().now().warnings();
  }

  /** How many may report, the local operator among them. */
  public int sources() {
    return sources.count();
  }

  /** Those who are told. */
  public List<Subscriber> subscribers() {
    return fanout.subscribers();
  }

  /** Why Marsad does not do its work, for people. */
  private Optional<String> obstacle() {
    return Stream.of(
            trouble().map(reason -> "alerts are not being sent: " + reason),
            closed().map(reason -> "no reports are taken: " + reason))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + "; " + other);
  }

  /** Whether every report so far was judged, and every alert told and archived. */
  public boolean isDrained() throws InterruptedException {
    return drain.isDrained() && fanout.isDrained() && archive.isDrained();
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      var part = started.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("a part did not stop cleanly part={}", part.getClass().getSimpleName(), e);
      }
    }
  }

  private void use(Gazetteer newer, LiveGazetteer gazetteer, AreaDirectory areas)
      throws IOException, InterruptedException {
    TopicSetup.load(kafka, newer.areas());
    newer.areas().forEach(areas::onProfile);
    gazetteer.replace(newer);
  }

  private List<Consumer<JavalinConfig>> routes(Feeds feeds) {
    var routes =
        new ArrayList<Consumer<JavalinConfig>>(List.of(intake, operations, health(), feeds));
    routes.addAll(fanout.routes());
    return routes;
  }

  /** What is wrong with any part, for people and for who asks whether it is ready. */
  private Health health() {
    var health = operations.health().needs(this::obstacle);
    Stream.<Supplier<Optional<Warning>>>of(
            disk::warning,
            processor::warning,
            fanout::warning,
            sources::warning,
            areasWatch::warning,
            rules)
        .forEach(health::warnsOf);
    return health;
  }

  private static Supplier<Optional<Warning>> rulesWarning(@Nullable Path file) {
    return file == null ? Optional::empty : new RulesWatch(file)::warning;
  }

  /** Whoever may follow a reply link knows its host's name, and a proxy passes it on. */
  static List<String> pageNames(List<String> given, @Nullable URI replies) {
    var names = new ArrayList<>(given);
    if (replies != null) {
      names.add(replies.getHost());
    }
    return names;
  }

  private static Map<String, String> operationsFiles(
      Folders folders, Settings settings, @Nullable URI replies) {
    return Map.of(
        OperationsSettings.USERS_FILE,
        folders.users().toString(),
        OperationsSettings.NAMES,
        String.join(",", pageNames(settings.list(OperationsSettings.NAMES), replies)));
  }

  private static Map<String, String> intakeFiles(Folders folders) {
    return Map.of(
        ProducerSettings.SOURCES_FILE,
        folders.sources().toString(),
        ProducerSettings.PSEUDONYM_KEY_FILE,
        folders.pseudonymKey().toString(),
        ProducerSettings.SPOOL_DIR,
        folders.spool().toString());
  }

  /** The key is made at the first start; a later one would void the links that are out. */
  private static String key(Folders folders) throws IOException {
    var key = folders.replyKey();
    if (Files.notExists(key)) {
      ReplyKey.create(key);
    }
    return key.toString();
  }

  private <T extends AutoCloseable> T opened(T part) {
    started.push(part);
    return part;
  }

  /** The settings of a part: the installation's, and what is decided here. */
  private Settings part(Settings settings, ConfigDef definition, Map<String, String> ours) {
    var all = new HashMap<>(ours);
    all.put(KafkaConnection.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    return settings.part(definition, all);
  }
}
