package org.marsad.consumer.operations.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer routes which wait. Slow routes have a few of their own, so that many of
 * them delay only one another.
 */
public final class Workers implements AutoCloseable {
  static final int SLOW_AT_ONCE = 4;
  static final int SLOW_WAITING = 16;
  private static final int QUICK_AT_ONCE = 8;
  private static final int QUICK_WAITING = 64;

  private final ExecutorService quick = pool("operations-act", QUICK_AT_ONCE, QUICK_WAITING);
  private final ExecutorService slow = pool("operations-slow", SLOW_AT_ONCE, SLOW_WAITING);

  /**
   * Answers on a thread of that pace.
   *
   * @param pace not {@link Pace#AT_ONCE}
   * @throws RejectedExecutionException where too many wait already
   */
  void run(Pace pace, Runnable answer) {
    (pace == Pace.SLOW ? slow : quick).execute(answer);
  }

  /** Interrupts what is being answered. Closing twice is fine. */
  @Override
  public void close() {
    quick.shutdownNow();
    slow.shutdownNow();
  }

  private static ExecutorService pool(String name, int atOnce, int waiting) {
    var threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              var thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
