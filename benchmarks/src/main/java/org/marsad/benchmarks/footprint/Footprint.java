package org.marsad.benchmarks.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.backlog.PublishedBacklog;
import org.marsad.benchmarks.draining.DrainSession;
import org.marsad.benchmarks.footprint.Webhook.Subscriber;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.Topics;
import org.marsad.standalone.TemporaryFolder;

/**
 * Disk and memory of a whole Marsad: after the demonstration, idle, and after reports of which
 * eleven subscribers were told. Looked at while it runs, when most of it is open.
 *
 * @param reports in the backlog
 * @param progress is told what is going on, a line each
 */
public record Footprint(long reports, Consumer<String> progress) {
  private static final Pattern DEMONSTRATED = Pattern.compile("signatures (good|BAD)");
  private static final String DEMO_FOLDER = "marsad-demo";
  private static final double APPARENT_TO_REAL = 2;
  private static final double ALLOWED_A_REPORT = 300 * Megabytes.ONE / 100_000;
  private static final double IDLE_MEGABYTES = 400;
  private static final long IDLE_SECONDS = 60;

  private static final List<Subscriber> ELEVEN =
      List.of(
          new Subscriber("OPS", "\"*\""),
          new Subscriber("OPS", "town-000, town-001, town-002, town-003"),
          new Subscriber("ARCHIVE", "\"*\""),
          new Subscriber("PUBLIC", "\"*\""),
          new Subscriber("PUBLIC", "town-000, town-001, town-002, town-003"),
          new Subscriber("RESCUE", "\"*\""),
          new Subscriber("RESCUE", "town-000, town-001"),
          new Subscriber("RESCUE", "town-002, town-003"),
          new Subscriber("RESCUE", "town-004, town-005"),
          new Subscriber("RESCUE", "town-006, town-007"),
          new Subscriber("RESCUE", "town-008, town-009"));

  /** Looks at each once. */
  public List<Figure> run() throws Exception {
    var figures = new ArrayList<Figure>();
    try (var folder = TemporaryFolder.create("marsad-bench")) {
      figures.add(afterDemonstration(folder.path()));
    }
    try (var folder = TemporaryFolder.create("marsad-bench");
        var webhook = new Webhook()) {
      figures.addAll(afterReports(folder.path(), webhook));
    }
    return figures;
  }

  private Figure afterDemonstration(Path temporary) throws Exception {
    progress.accept("footprint: the demonstration");
    try (var marsad = Installation.start(temporary, "demo", "--port", "0")) {
      marsad.await(DEMONSTRATED);
      return apparent("apparent demo", demoFolder(temporary));
    }
  }

  private List<Figure> afterReports(Path temporary, Webhook webhook) throws Exception {
    var data = temporary.resolve("data");
    var options =
        List.of(
            "--areas",
            areas(temporary).toString(),
            "--subscribers",
            webhook.subscribers(temporary, ELEVEN).toString());
    try (var marsad = Installation.up(temporary, data, options)) {
      TimeUnit.SECONDS.sleep(IDLE_SECONDS);
      var idle = Megabytes.of(marsad.use().residentBytes());
      progress.accept(
          "footprint: %.0f MB of memory when idle; %,d reports".formatted(idle, reports));
      PublishedBacklog.publish(marsad.kafka(), new Topics(""), DrainSession.SEED, reports);
      try (var waiting = new Waiting(marsad.kafka())) {
        waiting.awaitNone();
      }
      var disk = DataFolder.of(data);
      progress.accept(
          "footprint: %,d messages told; %.0f MB of memory; of %.1f MB on disk: %s"
              .formatted(
                  webhook.messages(),
                  Megabytes.of(marsad.use().residentBytes()),
                  Megabytes.of(disk.realBytes()),
                  DataFolder.parts(data)));
      return List.of(
          figure("idle memory", idle, IDLE_MEGABYTES),
          figure(
              "disk", Megabytes.of(disk.realBytes()), ALLOWED_A_REPORT * reports / Megabytes.ONE),
          apparent("apparent", data));
    }
  }

  private Figure apparent(String name, Path data) throws IOException, InterruptedException {
    var disk = DataFolder.of(data);
    var real = Megabytes.of(disk.realBytes());
    progress.accept("footprint: %s: %.1f MB on disk".formatted(name, real));
    return figure(name, Megabytes.of(disk.apparentBytes()), APPARENT_TO_REAL * real);
  }

  /** Bytes are counted: nothing makes them noisy. */
  private static Figure figure(String name, double megabytes, double allowed) {
    var pair = new Pair(new Run(megabytes, 0), new Run(allowed, 0), false);
    return Figure.of("footprint " + name, "MB", Mark.atMost(1), List.of(pair));
  }

  private static Path areas(Path folder) throws IOException {
    return Files.write(
        folder.resolve("areas.jsonl"), BacklogAreas.all().stream().map(MessageJson::line).toList());
  }

  private static Path demoFolder(Path temporary) throws IOException {
    try (var folders = Files.newDirectoryStream(temporary, DEMO_FOLDER + "*")) {
      return folders.iterator().next();
    }
  }
}
