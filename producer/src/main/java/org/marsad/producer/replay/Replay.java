package org.marsad.producer.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.producer.publish.Fate;

/**
 * Publishes reports in the order in which they come. With a pace, a report is due as long after the
 * first as its turn lies behind the first's, divided by the speed; one that lies before goes at
 * once.
 */
public final class Replay {
  private static final int UNDER_WAY = 5_000;
  private static final int FAILURES_KEPT = 20;

  /** So often in a row the broker may take nothing before the replay stops. */
  static final int ATTEMPTS = 5;

  private final Function<StrikeReport, CompletableFuture<Fate>> publish;
  private final Speed speed;
  private final Pace pace;
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong spooled = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final List<String> failures = new ArrayList<>();
  private final Queue<StrikeReport> notTaken = new ConcurrentLinkedQueue<>();
  private final BiConsumer<StrikeReport, String> onRefused;
  private @Nullable String stopped;
  private @Nullable Instant first;

  /**
   * A replay, to be run once.
   *
   * @param publish hands a report over; the future never fails
   */
  public Replay(Function<StrikeReport, CompletableFuture<Fate>> publish, Speed speed, Pace pace) {
    this(publish, speed, pace, (report, reason) -> {});
  }

  /**
   * A replay, to be run once.
   *
   * @param publish hands a report over; the future never fails
   * @param onRefused sees each report that no broker will ever take, and why, on any thread
   */
  public Replay(
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      Speed speed,
      Pace pace,
      BiConsumer<StrikeReport, String> onRefused) {
    this.publish = publish;
    this.speed = speed;
    this.pace = pace;
    this.onRefused = onRefused;
  }

  /**
   * Publishes the reports and waits until the fate of each is known. What a broker that is away did
   * not take is sent again; when it takes nothing {@value #ATTEMPTS} times in a row, the replay
   * stops, and the rest is not read.
   *
   * @param onProgress is told after each report how many the log has, on this thread
   * @throws InterruptedException when the thread is interrupted; what was sent stays sent
   */
  public ReplaySummary run(Stream<Played> reports, LongConsumer onProgress)
      throws InterruptedException {
    for (var iterator = reports.iterator(); stopped == null && iterator.hasNext(); ) {
      publishWhenDue(iterator.next());
      onProgress.accept(published.get());
      sendAgain();
    }
    underWay.acquire(UNDER_WAY);
    underWay.release(UNDER_WAY);
    sendAgain();
    synchronized (failures) {
      return new ReplaySummary(
          published.get(), spooled.get(), failed.get() + notTaken.size(), failures, stopped);
    }
  }

  /** What the broker did not take, one by one, until it takes it or the replay stops. */
  private void sendAgain() throws InterruptedException {
    while (stopped == null && !notTaken.isEmpty()) {
      var report = notTaken.element();
      var fate = again(report);
      if (fate instanceof Fate.Refused refused && refused.forNow()) {
        stopped = "nothing taken in %d attempts: %s".formatted(ATTEMPTS, refused.reason());
      } else {
        notTaken.remove();
        count(report, fate);
      }
    }
  }

  private Fate again(StrikeReport report) throws InterruptedException {
    Fate fate = new Fate.Refused("not sent");
    for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
      fate = get(publish.apply(report));
      if (!(fate instanceof Fate.Refused refused && refused.forNow())) {
        return fate;
      }
    }
    return fate;
  }

  private static Fate get(CompletableFuture<Fate> fate) throws InterruptedException {
    try {
      return fate.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // fates never fail
    }
  }

  private void publishWhenDue(Played played) throws InterruptedException {
    if (first == null) {
      first = played.at();
    }
    var report = played.report();
    var recorded = Duration.between(first, played.at());
    pace.waitUntil(speed.played(recorded));
    underWay.acquire();
    var unused =
        publish
            .apply(report)
            .thenAccept(
                fate -> {
                  if (fate instanceof Fate.Refused refused && refused.forNow()) {
                    notTaken.add(report);
                  } else {
                    count(report, fate);
                  }
                  underWay.release();
                });
  }

  private void count(StrikeReport report, Fate fate) {
    if (fate instanceof Fate.Published) {
      published.incrementAndGet();
    } else if (fate instanceof Fate.Spooled) {
      spooled.incrementAndGet();
    } else {
      var reason = ((Fate.Refused) fate).reason();
      failed.incrementAndGet();
      keep(report.getReportId() + ": " + reason);
      onRefused.accept(report, reason);
    }
  }

  private void keep(String failure) {
    synchronized (failures) {
      if (failures.size() < FAILURES_KEPT) {
        failures.add(failure);
      }
    }
  }
}
