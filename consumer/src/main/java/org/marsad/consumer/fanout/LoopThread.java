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

  private final ScheduledThreadPoolExecutor thread;
  private final Consumer<Throwable> onFailure;

  /**
   * @param onFailure told of a task that threw: a bug
   */
  LoopThread(Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
    this.thread = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "fanout-lanes"));
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void run(Runnable task) {
    runAfter(Duration.ZERO, task);
  }

  @Override
  public void runAfter(Duration delay, Runnable task) {
    try {
      var unused =
          thread.schedule(guarded(task), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // the alert is read again after the next start
    }
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
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        onFailure.accept(e);
      }
    };
  }
}
