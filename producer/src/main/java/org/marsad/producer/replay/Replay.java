package org.marsad.producer.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.imports.ImportSummary;
import org.marsad.producer.imports.ImportedLine;
import org.marsad.producer.publish.Fate;

/**
 * Publishes rows in the order in which they stand. With a pace, a report is due as long after the
 * first as its {@code receivedAt} lies behind the first's, divided by the speed; one that lies
 * before goes at once.
 */
public final class Replay {
  private static final int UNDER_WAY = 5_000;
  private static final int FAILURES_KEPT = 20;

  private final Function<StrikeReport, CompletableFuture<Fate>> publish;
  private final Speed speed;
  private final Pace pace;
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong spooled = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final List<String> failures = new ArrayList<>();
  private @Nullable Instant firstReceivedAt;

  /**
   * A replay, to be run once.
   *
   * @param publish hands a report over; the future never fails
   */
  public Replay(Function<StrikeReport, CompletableFuture<Fate>> publish, Speed speed, Pace pace) {
    this.publish = publish;
    this.speed = speed;
    this.pace = pace;
  }

  /** What has been done so far; the total is not known. */
  public record Progress(ImportSummary rows, long published) {}

  /**
   * Publishes the rows and waits until the fate of every report is known.
   *
   * @param rows closed by the caller
   * @param onRow sees each row that is no report
   * @param onProgress is told after each row, on this thread
   * @throws InterruptedException when the thread is interrupted; what was sent stays sent
   */
  public ReplaySummary run(
      Stream<ImportedLine> rows, Consumer<ImportedLine> onRow, Consumer<Progress> onProgress)
      throws InterruptedException {
    var summary = ImportSummary.NONE;
    for (var iterator = rows.iterator(); iterator.hasNext(); ) {
      var row = iterator.next();
      summary = summary.plus(row);
      if (row instanceof ImportedLine.Report report) {
        publishWhenDue(report.report());
      } else {
        onRow.accept(row);
      }
      onProgress.accept(new Progress(summary, published.get()));
    }
    underWay.acquire(UNDER_WAY);
    underWay.release(UNDER_WAY);
    synchronized (failures) {
      return new ReplaySummary(summary, published.get(), spooled.get(), failed.get(), failures);
    }
  }

  private void publishWhenDue(StrikeReport report) throws InterruptedException {
    if (firstReceivedAt == null) {
      firstReceivedAt = report.getReceivedAt();
    }
    var recorded = Duration.between(firstReceivedAt, report.getReceivedAt());
    pace.waitUntil(speed.played(recorded));
    underWay.acquire();
    var unused = publish.apply(report).thenAccept(fate -> count(report, fate));
  }

  private void count(StrikeReport report, Fate fate) {
    if (fate instanceof Fate.Published) {
      published.incrementAndGet();
    } else if (fate instanceof Fate.Spooled) {
      spooled.incrementAndGet();
    } else {
      failed.incrementAndGet();
      keep(report.getReportId() + ": " + ((Fate.Refused) fate).reason());
    }
    underWay.release();
  }

  private void keep(String failure) {
    synchronized (failures) {
      if (failures.size() < FAILURES_KEPT) {
        failures.add(failure);
      }
    }
  }
}
