package org.marsad.consumer.fanout;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.marsad.consumer.fanout.stages.Loop;

/** The thread that the lanes live on. After its close, tasks handed in are dropped. */
final class LoopThread implements Loop, AutoCloseable {
  private static final int SECONDS_TO_END = 5;

  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

  private final ScheduledThreadPoolExecutor thread;
  private final ScheduledThreadPoolExecutor reports;
  private final LoopWatch watch;
  private final Consumer<Throwable> onFailure;

  /**
   * @param watch sees how long alerts wait
   * @param onFailure told of a task that threw: a bug
   */
  LoopThread(LoopWatch watch, Consumer<Throwable> onFailure) {
    this.watch = watch;
    this.onFailure = onFailure;
    this.thread = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "fanout-lanes"));
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.reports = new ScheduledThreadPoolExecutor(1, LoopThread::watcher);
    var every = BETWEEN_REPORTS.toMillis();
    var unused = reports.scheduleWithFixedDelay(watch::report, every, every, TimeUnit.MILLISECONDS);
  }

  @Override
  public void run(Runnable task) {
    runAfter(Duration.ZERO, task);
  }

  @Override
  public void runAfter(Duration delay, Runnable task) {
    var millis = delay.plusNanos(999_999).toMillis(); // rounded up, so that it is not too early
    try {
      var unused = thread.schedule(guarded(task), Math.max(0, millis), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // the alert is read again after the next start
    }
  }

  /** Takes an alert in: a task that must not wait long. */
  void runAlert(Runnable task) {
    watch.handedIn();
    run(
        () -> {
          task.run();
          watch.taken();
        });
  }

  /** What there is to read has been handed in. */
  void alertsAreRead() {
    watch.alertsAreRead();
  }

  /** Runs a task and waits for it; returns at once where the loop is closed. */
  void runAndWait(Runnable task) {
    var done = new CompletableFuture<Void>();
    try {
      thread.execute(
          () -> {
            try {
              guarded(task).run();
            } finally {
              done.complete(null);
            }
          });
    } catch (RejectedExecutionException closed) {
      return;
    }
    done.join();
  }

  @Override
  public void close() {
    reports.shutdownNow();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      watch.begins();
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        onFailure.accept(e);
      } finally {
        watch.ends();
      }
    };
  }

  private static Thread watcher(Runnable task) {
    var thread = new Thread(task, "fanout-watch");
    thread.setDaemon(true);
    return thread;
  }
}
