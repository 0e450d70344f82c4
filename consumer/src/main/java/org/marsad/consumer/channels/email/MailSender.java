package org.marsad.consumer.channels.email;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.marsad.consumer.channels.Answer;
import org.marsad.consumer.subscribers.MailAddress;
import org.marsad.consumer.subscribers.MailServer;

/**
 * Sends mails for all channels. Each server has a few threads of its own, so that one that hangs
 * holds up nobody who uses another; what waits too long for a thread is to be tried again, and an
 * attempt that lasts too long is cut off.
 */
public final class MailSender implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final int SECONDS_TO_KEEP_A_THREAD = 30;

  private final Map<MailServer, ExecutorService> servers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon("mail-timer"));
  private final Predicate<InetAddress> isPublic;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param isPublic whether an address is one that anybody may connect to
   * @param timeout most time for each step of an attempt; twice that for all of it, and as much
   *     again to wait for its turn
   * @param clock tells the date of a mail
   */
  public MailSender(Predicate<InetAddress> isPublic, Duration timeout, Clock clock) {
    this.isPublic = isPublic;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Tries once; never blocks and never fails: whatever goes wrong is an answer. */
  CompletableFuture<Answer> send(
      MailServer server, MailAddress from, MailAddress to, MailContent content) {
    var answer = new CompletableFuture<Answer>();
    var taken = new AtomicBoolean(); // either it is sent or it is given back, never both
    try {
      servers
          .computeIfAbsent(server, MailSender::threads)
          .execute(
              () -> {
                if (taken.compareAndSet(false, true)) {
                  answer.complete(attempt(server, from, to, content));
                }
              });
      var unused =
          after(
              () -> {
                if (taken.compareAndSet(false, true)) {
                  answer.complete(new Answer.TryAgain("BUSY"));
                }
              });
    } catch (RejectedExecutionException closed) {
      answer.complete(new Answer.TryAgain("CLOSED"));
    }
    return answer;
  }

  private Answer attempt(MailServer server, MailAddress from, MailAddress to, MailContent content) {
    var socket = new AttemptSocket(server.ownNetwork() ? any -> true : isPublic);
    var end = after(socket::cut);
    try {
      return new Smtp(server, socket, timeout, timer).send(from, to, content, clock.instant());
    } catch (RuntimeException e) {
      return new Answer.TryAgain("FAILED");
    } finally {
      end.cancel(false);
    }
  }

  private Future<?> after(Runnable task) {
    return timer.schedule(task, 2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    servers.values().forEach(ExecutorService::shutdownNow);
    timer.shutdownNow();
  }

  private static ExecutorService threads(MailServer server) {
    var threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            SECONDS_TO_KEEP_A_THREAD,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemon("mail"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
