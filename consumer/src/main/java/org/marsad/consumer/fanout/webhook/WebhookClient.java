package org.marsad.consumer.fanout.webhook;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What all webhooks share: one HTTP client, a few threads that look up names, the limits.
 *
 * <p>A look-up blocks its thread as long as the system's resolver does, so it never happens on the
 * thread that drives the lanes.
 */
public final class WebhookClient implements AutoCloseable {
  private static final int LOOKUPS_AT_ONCE = 16;

  private final HttpClient http;
  private final ExecutorService lookups;
  private final Clock clock;
  private final Duration timeout;

  /**
   * @param clock tells the time of an attempt
   * @param connectTimeout most time to connect
   * @param timeout most time for a whole attempt, from look-up to the answer
   */
  public WebhookClient(Clock clock, Duration connectTimeout, Duration timeout) {
    this.clock = clock;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
    this.lookups =
        Executors.newFixedThreadPool(
            LOOKUPS_AT_ONCE,
            task -> {
              var thread = new Thread(task, "webhook-lookup");
              thread.setDaemon(true);
              return thread;
            });
  }

  HttpClient http() {
    return http;
  }

  ExecutorService lookups() {
    return lookups;
  }

  Clock clock() {
    return clock;
  }

  Duration timeout() {
    return timeout;
  }

  AddressGuard guard() {
    return new AddressGuard(InetAddress::getAllByName);
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }
}
