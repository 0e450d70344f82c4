package org.marsad.consumer.channels.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client behind the sender: it connects to the address that a target carries and looks no
 * name up; the name still goes into TLS (SNI, host name verification) and the {@code Host} header.
 *
 * <p>It follows no redirect, answers no challenge, keeps no cookie, uses no proxy and retries
 * nothing. A connection is used again only for the same name at the same address.
 */
final class PinnedClient {
  /** Connections to one name at one address: lanes that share a receiver do not starve. */
  private static final int MOST_PER_RECEIVER = 256;

  /** Shorter than what routers remember of an idle connection. */
  private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(15);

  private static final int LONGEST_HEADER = 4_096;
  private static final int MOST_HEADERS = 64;

  private PinnedClient() {}

  /**
   * A client that runs.
   *
   * @param connectTimeout most time to connect, and again for TLS
   * @param timeout after so much silence the connection is closed
   * @param trusted vouches for receivers
   * @param onFailure told of what ends one of its threads
   */
  static CloseableHttpAsyncClient start(
      Duration connectTimeout,
      Duration timeout,
      SSLContext trusted,
      Consumer<Exception> onFailure) {
    var client =
        HttpAsyncClients.custom()
            .setConnectionManager(connections(connectTimeout, trusted))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setRedirectsEnabled(false)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setConnectionRequestTimeout(Timeout.of(timeout))
                    .setResponseTimeout(Timeout.of(timeout))
                    .setConnectionKeepAlive(KEPT_OPEN)
                    .build())
            .setHttp1Config(
                Http1Config.custom()
                    .setMaxLineLength(LONGEST_HEADER)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build())
            .setKeepAliveStrategy((response, context) -> KEPT_OPEN)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .evictIdleConnections(KEPT_OPEN)
            .setUserAgent("marsad")
            .setThreadFactory(daemons())
            .setIoReactorExceptionCallback(onFailure::accept)
            .build();
    client.start();
    return client;
  }

  /** No limit in total: receivers that hang take no connection away from others. */
  private static PoolingAsyncClientConnectionManager connections(
      Duration connectTimeout, SSLContext trusted) {
    var timeout = Timeout.of(connectTimeout);
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setDnsResolver(new NoLookUps())
        .setMaxConnTotal(Integer.MAX_VALUE)
        .setMaxConnPerRoute(MOST_PER_RECEIVER)
        .setTlsStrategy(
            ClientTlsStrategyBuilder.create()
                .setSslContext(trusted)
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .buildAsync())
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setHandshakeTimeout(timeout)
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .build())
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).build())
        .build();
  }

  private static ThreadFactory daemons() {
    var number = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, "fanout-http-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Every target carries the address that was checked; a name alone leads nowhere. */
  private static final class NoLookUps implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException("looked up again (expected: the address that was checked)");
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
      throw new UnknownHostException("looked up again (expected: the address that was checked)");
    }
  }
}
