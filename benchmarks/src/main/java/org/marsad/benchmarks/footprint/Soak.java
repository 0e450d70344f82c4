package org.marsad.benchmarks.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.marsad.benchmarks.footprint.Webhook.Subscriber;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Machine;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.producer.areas.AreaFiles;
import org.marsad.standalone.Folders;
import org.marsad.standalone.TemporaryFolder;

/**
 * A whole Marsad under a steady load: whether a report costs as much at the end as at the
 * beginning, and what it leaves.
 *
 * @param minutes of load, 1 or more; its last sixth is held against its first
 * @param progress is told what is going on, a line each
 */
public record Soak(int minutes, Consumer<String> progress) {
  private static final int A_SECOND = 5;
  private static final int STRETCHES = 6;
  private static final double MOST_MEGABYTES = 450;
  private static final double BYTES_A_REPORT = 8 * 1024;
  private static final long DRAINED_WITHIN_SECONDS = 60;
  private static final Mark KEPT = Mark.atMost(1);

  /** What is told of one stretch of the load. */
  private record Stretch(double cpuSeconds, long residentBytes, boolean noisy) {}

  /** Runs it once. */
  public List<Figure> run() throws Exception {
    try (var folder = TemporaryFolder.create("marsad-bench");
        var webhook = new Webhook()) {
      var subscribers = webhook.subscribers(folder.path(), List.of(new Subscriber("OPS", "\"*\"")));
      var data = folder.path().resolve("data");
      try (var marsad =
          Installation.up(folder.path(), data, List.of("--subscribers", subscribers.toString()))) {
        return soak(marsad, data, webhook);
      }
    }
  }

  private List<Figure> soak(Installation marsad, Path data, Webhook webhook) throws Exception {
    var folders = new Folders(data);
    var token = Files.readString(folders.operatorToken()).strip();
    var load = new Load(marsad.url(), token, AreaFiles.bundled());
    var stretches = new ArrayList<Stretch>();
    var began = System.nanoTime();
    for (var number = 1; number <= STRETCHES; number++) {
      stretches.add(stretch(marsad, load, began, number));
      progress.accept(
          "soak: %,d reports, %,d messages, CPU %.0f s, %.0f MB of memory, %.0f MB on disk"
              .formatted(
                  load.sent(),
                  webhook.messages(),
                  stretches.get(number - 1).cpuSeconds,
                  Megabytes.of(stretches.get(number - 1).residentBytes),
                  Megabytes.of(DataFolder.of(data).realBytes())));
    }
    TimeUnit.SECONDS.sleep(DRAINED_WITHIN_SECONDS);
    progress.accept("soak: of what is on disk: " + DataFolder.parts(data));
    try (var waiting = new Waiting(marsad.kafka())) {
      return figures(stretches, load.sent(), DataFolder.of(data), waiting.count());
    }
  }

  private static List<Figure> figures(
      List<Stretch> stretches, int reports, DataFolder disk, long waiting) {
    var first = stretches.get(0);
    var last = stretches.get(STRETCHES - 1);
    var memory = stretches.stream().mapToLong(Stretch::residentBytes).max().orElseThrow();
    var noisy = first.noisy || last.noisy;
    return List.of(
        figure("cpu", "s", Mark.atMost(1.2), last.cpuSeconds, first.cpuSeconds, noisy),
        figure(
            "disk",
            "bytes/report",
            KEPT,
            (double) disk.realBytes() / reports,
            BYTES_A_REPORT,
            false),
        figure("memory", "MB", KEPT, Megabytes.of(memory), MOST_MEGABYTES, false),
        figure("waiting", "records", Mark.atMost(0), (double) waiting, 1, false));
  }

  private static Figure figure(
      String name, String unit, Mark mark, double ours, double allowed, boolean noisy) {
    var pair = new Pair(new Run(ours, 0), new Run(allowed, 0), noisy);
    return Figure.of("soak " + name, unit, mark, List.of(pair));
  }

  private Stretch stretch(Installation marsad, Load load, long began, int number)
      throws IOException, InterruptedException {
    var machine = Machine.now();
    var before = marsad.use();
    var until = number * minutes * 60 * A_SECOND / STRETCHES;
    while (load.sent() < until) {
      load.report();
      awaitNanos(began + load.sent() * TimeUnit.SECONDS.toNanos(1) / A_SECOND);
    }
    var after = marsad.use();
    return new Stretch(
        after.cpuSeconds() - before.cpuSeconds(),
        after.residentBytes(),
        Machine.now().isNoisySince(machine));
  }

  private static void awaitNanos(long due) {
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
