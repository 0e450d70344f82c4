package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.fanout.FanoutSettings;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.consumer.text.PlainText;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.places.LiveGazetteer;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.settings.Settings;
import org.marsad.standalone.Folders;
import org.marsad.standalone.InstallationSettings;
import org.marsad.standalone.Options;
import org.marsad.standalone.Sample;
import org.marsad.standalone.Standalone;
import org.marsad.standalone.broker.EmbeddedBroker;
import org.marsad.standalone.machine.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad up}: all parts on one machine, with data that stays. */
@Command(
    name = "up",
    description = "Runs all parts on this machine; data is kept.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_MS = 1_000;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data.")
  private Path data = Home.data();

  @Option(names = "--port", description = "Port of page and intake; 0: a free one. Default: 8080.")
  private @Nullable Integer port;

  @Option(
      names = "--broker-port",
      description = "Port of the broker; 0: a free one. Default: 9092.")
  private @Nullable Integer brokerPort;

  @Option(
      names = "--subscribers",
      paramLabel = "FILE",
      description =
          "Who is told (YAML). Default: subscribers.yaml in the data folder, also when it is"
              + " written later. Changes count within seconds.")
  private @Nullable Path subscribers;

  @Option(
      names = "--reply-url",
      paramLabel = "URL",
      description =
          "Where those who are told reach this port through your proxy, for links to answer by. The"
              + " page may be asked for under its host name too.")
  private @Nullable String replyUrl;

  @Option(
      names = "--feed-sender",
      paramLabel = "NAME",
      description =
          "Sender of CAP messages: a domain name of yours. Default: "
              + FeedSettings.NO_SENDER
              + ".")
  private @Nullable String feedSender;

  @Option(
      names = "--public-feed",
      description = "Shows anybody what the public may see, under /feeds/public/.")
  private boolean publicFeed;

  @Option(
      names = "--home-area",
      paramLabel = "CODE",
      description =
          "Area in which bare place names of the local operator are looked up; every other source"
              + " has its own. Default: "
              + Sample.HOME_AREA
              + ".")
  private @Nullable String homeArea;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Another setting, by its name in marsad.properties, such as topics.prefix; repeatable.")
  private Map<String, String> others = Map.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = settings();
    var folders = new Folders(data);
    InstallationSettings.unknownIn(System.getenv())
        .forEach(unknown -> terminal.fault(unknown + ": not used (no setting of up)"));
    var signals = Signals.listen();
    try (var own = DataFolder.take(data, folders.log())) {
      PortCheck.requireFree("--port", settings.number(InstallationSettings.HTTP_PORT));
      PortCheck.requireFree("--broker-port", settings.number(InstallationSettings.BROKER_PORT));
      var options = options();
      var disk = options.disk();
      EmbeddedBroker.onHalt(message -> stopped(disk, folders.log(), message));
      run(options, settings.text(InstallationSettings.NAME), own, signals);
    } finally {
      signals.done();
    }
    return 0;
  }

  private void run(Options options, String name, DataFolder own, Signals signals)
      throws IOException, InterruptedException {
    try (var marsad = Standalone.start(options)) {
      var greeting = name.isEmpty() ? "up" : "up · " + PlainText.of(name);
      terminal.say(Greeting.of(greeting, options.gazetteer().areas(), marsad.url()));
      terminal.say(
          Greeting.second(
              marsad.sources(), marsad.subscribers().size(), marsad.bootstrapServers(), data));
      if (terminal.isInteractive()) { // a secret: no log may have it
        terminal.say(Greeting.link(marsad.signInLink()));
      }
      missing(options, marsad).ifPresent(terminal::fault);
      own.openToOthers(options.secrets()).forEach(terminal::fault);
      var announced = Announced.of(marsad, options.folders(), terminal);
      try {
        watch(marsad, signals);
      } finally {
        announced.close();
      }
    }
  }

  /** The broker ends the process: nobody may wonder why. */
  private void stopped(DiskSpace disk, Path log, String message) {
    terminal.fault(
        "STOPPED: the broker ended itself%s · %s · what was answered with 202 is kept · log: %s"
            .formatted(message, disk.full().orElse("the disk has room"), log));
  }

  private static Optional<String> missing(Options options, Standalone marsad) {
    return Greeting.missing(
        options.gazetteer().areas(),
        marsad.sources(),
        Files.exists(options.folders().users()),
        namesSubscribers(options.settings()) || Files.exists(options.folders().subscribers()));
  }

  /** Alerts that do not go out must not look like a quiet day. */
  private void watch(Standalone marsad, Signals signals) throws InterruptedException {
    var teller = new TroubleTeller(START);
    var warnings = new WarningTeller();
    while (!signals.stopAsked()) {
      teller.look(marsad.trouble(), System.nanoTime()).ifPresent(terminal::fault);
      warnings.look(marsad.closed(), marsad.warnings()).forEach(terminal::fault);
      signals.pause(LOOK_AGAIN_MS);
    }
  }

  /** What is to run: as the command line has it, else as {@code marsad.properties} has. */
  Options options() throws IOException {
    var folders = new Folders(data);
    var settings = settings();
    var gazetteer = new LiveGazetteer(shared.gazetteer(folders));
    return new Options(
        folders,
        settings,
        gazetteer,
        !shared.namesAreas(),
        subscribers(settings, folders, gazetteer),
        terminal.out(),
        terminal.colour());
  }

  private Settings settings() throws IOException {
    return InstallationSettings.read(new Folders(data), System.getenv(), given());
  }

  /** What stands after {@code --set}, and the options that have a name of their own. */
  private Map<String, String> given() {
    var given = new HashMap<String, @Nullable Object>();
    given.put(InstallationSettings.HTTP_PORT, port);
    given.put(InstallationSettings.BROKER_PORT, brokerPort);
    given.put(InstallationSettings.REPLY_URL, replyUrl);
    given.put(InstallationSettings.FEED_SENDER, feedSender);
    given.put(InstallationSettings.PUBLIC_FEED, publicFeed ? true : null);
    given.put(InstallationSettings.HOME_AREA, homeArea);
    given.put(InstallationSettings.SUBSCRIBERS_FILE, subscribers);
    given.put(ProcessorSettings.RULES_FILE, shared.rulesFile());
    var texts = new HashMap<>(others);
    given.forEach(
        (key, value) -> {
          if (value != null) {
            texts.put(key, value.toString());
          }
        });
    return texts;
  }

  /**
   * The file that is named; else that of the data folder; the terminal alone until there is one.
   */
  private static SubscribersSource subscribers(
      Settings settings, Folders folders, LiveGazetteer gazetteer) throws IOException {
    Supplier<Known> known = () -> Known.of(gazetteer.areas());
    if (namesSubscribers(settings)) {
      return FanoutSettings.subscribers(settings, known);
    }
    var file = folders.subscribers();
    return Files.exists(file)
        ? SubscribersSource.of(file, known)
        : SubscribersSource.awaiting(
            file, known, FanoutSettings.subscribers(settings, known).current());
  }

  private static boolean namesSubscribers(Settings settings) {
    return !settings.text(InstallationSettings.SUBSCRIBERS_FILE).isEmpty();
  }
}
