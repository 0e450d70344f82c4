package org.marsad.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.StrikeReport;
import org.marsad.processor.ProcessorSettings;
import org.marsad.producer.places.LiveGazetteer;
import org.marsad.producer.replay.Pace;
import org.marsad.producer.replay.Played;
import org.marsad.producer.replay.Replay;
import org.marsad.producer.replay.ReplaySummary;
import org.marsad.producer.replay.Speed;
import org.marsad.schemas.launch.DiskSpace;
import org.marsad.schemas.launch.TopicsMain;
import org.marsad.standalone.Folders;
import org.marsad.standalone.InstallationSettings;
import org.marsad.standalone.Options;
import org.marsad.standalone.Sample;
import org.marsad.standalone.Standalone;
import org.marsad.standalone.TemporaryFolder;
import org.marsad.standalone.demo.DemoReceiver;
import org.marsad.standalone.machine.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marsad demo}: the main job on a real broker, with real facts and a marked exercise. */
@Command(
    name = "demo",
    description = "Replays real reports from autumn 2016 and a marked exercise.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /** Autumn 2016 in twenty seconds, for people who watch. */
  private static final Speed WATCHABLE = new Speed(TimeUnit.DAYS.toSeconds(47) / 20.0);

  private static final long LOOK_AGAIN_MS = 100;

  private final Terminal terminal = Terminal.ofProcess();
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--exit", description = "End with 0 once the sample is drained.")
  private boolean exit;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of page and intake; 0: a free one. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  @Option(
      names = "--alerts-out",
      paramLabel = "FILE",
      description = "Writes every alert revision of the demo at its end, a line of JSON each.")
  private @Nullable Path alertsOut;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var signals = Signals.listen();
    try (var folder = TemporaryFolder.create("marsad-demo");
        var receiver = DemoReceiver.start()) {
      PortCheck.requireFree("--port", port);
      run(new Folders(folder.path()), receiver, signals);
    } finally {
      signals.done();
    }
    return 0;
  }

  private void run(Folders folders, DemoReceiver receiver, Signals signals)
      throws IOException, InterruptedException {
    var own = DataFolder.take(folders.data(), Home.demoLog());
    try (own;
        var marsad = Standalone.start(options(folders, receiver))) {
      terminal.say(Greeting.of("demo", shared.gazetteer().areas(), marsad.url()));
      terminal.say(Greeting.link(marsad.signInLink()));
      try (var announced = Announced.of(marsad, folders, terminal)) {
        show(marsad, receiver, signals);
        if (alertsOut != null) {
          AlertsFile.write(marsad, alertsOut);
        }
        if (!exit && !signals.stopAsked()) {
          if (announced.isReached()) {
            terminal.say("live: ./marsad report --place \"الفردوس\" --impacts 6 · Ctrl-C stops");
            terminal.say("why: ./marsad watch --ids shows ids · ./marsad explain ID says why");
          }
          signals.awaitStop();
        }
      }
    }
  }

  private void show(Standalone marsad, DemoReceiver receiver, Signals signals)
      throws IOException, InterruptedException {
    var places = shared.gazetteer();
    var speed = exit ? Speed.MAX : WATCHABLE;
    var facts = play(marsad, Sample.autumn2016(places::resolve), speed);
    awaitDrained(marsad, signals);
    play(marsad, Sample.exercise(places::resolve, Instant.now()), Speed.MAX);
    awaitDrained(marsad, signals);
    terminal.say(
        "%d real reports, autumn 2016, and an exercise: done · webhook: %d alerts, signatures %s"
            .formatted(
                facts.published(), receiver.received(), receiver.allGenuine() ? "good" : "BAD"));
  }

  private static ReplaySummary play(Standalone marsad, List<StrikeReport> reports, Speed speed)
      throws IOException, InterruptedException {
    var summary =
        new Replay(marsad.publisher()::publish, speed, Pace.realTime())
            .run(reports.stream().map(Played::asReceived), progress -> {});
    if (summary.failed() > 0) {
      throw new IOException("the sample could not be replayed: " + summary);
    }
    return summary;
  }

  private static void awaitDrained(Standalone marsad, Signals signals) throws InterruptedException {
    while (!marsad.isDrained() && !signals.stopAsked()) {
      signals.pause(LOOK_AGAIN_MS);
    }
  }

  private Options options(Folders folders, DemoReceiver receiver) throws IOException {
    var settings = new HashMap<String, String>();
    settings.put(InstallationSettings.HTTP_PORT, Integer.toString(port));
    settings.put(InstallationSettings.BROKER_PORT, "0");
    settings.put(TopicsMain.PARTITIONS, "1");
    settings.put(DiskSpace.WARN, "0");
    settings.put(DiskSpace.STOP, "0");
    if (shared.rulesFile() != null) {
      settings.put(ProcessorSettings.RULES_FILE, shared.rulesFile().toString());
    }
    return new Options(
        folders,
        InstallationSettings.of(settings),
        new LiveGazetteer(shared.gazetteer()),
        false,
        SubscribersSource.of(receiver.subscribers()),
        terminal.out(),
        terminal.colour());
  }
}
