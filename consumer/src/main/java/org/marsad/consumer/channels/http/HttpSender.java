package org.marsad.consumer.channels.http;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.marsad.consumer.channels.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to receivers, for all channels that speak HTTP. At each attempt the name is looked
 * up once, its addresses are checked, and the connection goes to one of those addresses: what the
 * name says later does not matter. Redirects are not followed.
 *
 * <p>A look-up blocks its thread as long as the system's resolver does, so it never happens on the
 * thread that calls.
 */
public final class HttpSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpSender.class);
  private static final int LOOKUPS_AT_ONCE = 64;
  private static final int SECONDS_TO_KEEP_A_THREAD = 30;

  private final CloseableHttpAsyncClient http;
  private final AddressGuard guard;
  private final ExecutorService lookups;
  private final Clock clock;
  private final Duration timeout;
  private volatile boolean closed;

  /**
   * @param clock tells the time of an attempt
   * @param connectTimeout most time to connect
   * @param timeout most time for a whole attempt, from look-up to the end of the answer
   */
  public HttpSender(Clock clock, Duration connectTimeout, Duration timeout) {
    this(
        clock,
        connectTimeout,
        timeout,
        new AddressGuard(InetAddress::getAllByName),
        SSLContexts.createSystemDefault());
  }

  HttpSender(
      Clock clock,
      Duration connectTimeout,
      Duration timeout,
      AddressGuard guard,
      SSLContext trusted) {
    this.clock = clock;
    this.timeout = timeout;
    this.guard = guard;
    this.http = PinnedClient.start(connectTimeout, timeout, trusted, this::failed);
    var threads =
        new ThreadPoolExecutor(
            LOOKUPS_AT_ONCE,
            LOOKUPS_AT_ONCE,
            SECONDS_TO_KEEP_A_THREAD,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "fanout-lookup");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    this.lookups = threads;
  }

  /** Tries once; never blocks and never fails: whatever goes wrong is an answer. */
  public CompletableFuture<Answer> send(HttpMessage message) {
    var attempt = new Attempt(http, message, clock, timeout);
    var unused =
        CompletableFuture.supplyAsync(
                () -> guard.check(message.url().getHost(), message.ownNetwork()), lookups)
            .whenComplete(attempt::lookedUp);
    return attempt.answer();
  }

  /** The time now, for what a message says of its attempt. */
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    closed = true;
    lookups.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }

  private void failed(Exception failure) {
    if (!closed) { // a client that is closed while it works complains
      LOG.error("HTTP client failed, receivers may not be reached until a restart", failure);
    }
  }
}
