package org.marsad.consumer.channels.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.channels.Answer;

/**
 * One attempt at one request: the addresses that were checked are tried in turn until one of them
 * takes the connection. The status is the answer; once the time is over, nothing is sent or read.
 *
 * <p>The client is never told to cancel: a connection that comes into being at that moment would
 * stay open, and count, for ever (seen in httpclient5 5.6.5). Its own time-outs close what is
 * silent.
 */
final class Attempt {
  private static final Answer TIMEOUT = new Answer.TryAgain("TIMEOUT");

  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final CloseableHttpAsyncClient http;
  private final HttpMessage message;
  private final Clock clock;

  Attempt(CloseableHttpAsyncClient http, HttpMessage message, Clock clock, Duration timeout) {
    this.http = http;
    this.message = message;
    this.clock = clock;
    var unused =
        end.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(
                late -> {
                  answer.complete(TIMEOUT);
                  return null;
                });
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  /** Goes on once the name has been looked up. */
  void lookedUp(AddressGuard.@Nullable Checked found, @Nullable Throwable failure) {
    if (found == null) {
      end(new Answer.TryAgain("FAILED"));
    } else if (found.refusal() != null) {
      end(new Answer.TryAgain(found.refusal()));
    } else {
      connect(found.addresses().iterator());
    }
  }

  private void connect(Iterator<InetAddress> addresses) {
    if (isLate()) {
      return; // the look-up took all the time that there was
    }
    try {
      var unused =
          http.execute(
              target(addresses.next()),
              new TimelyRequest(request(), this::isLate),
              new StatusOnly(this::answered, this::isLate),
              null,
              null,
              new Ending(addresses));
    } catch (RuntimeException unusable) {
      end(new Answer.TryAgain("FAILED"));
    }
  }

  private HttpHost target(InetAddress address) {
    var url = message.url();
    var tls = url.getScheme().equals("https");
    var port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
    return new HttpHost(url.getScheme(), address, withoutBrackets(url.getHost()), port);
  }

  private AsyncRequestProducer request() {
    var request = AsyncRequestBuilder.create(message.method()).setUri(message.url());
    message.headers().forEach(request::setHeader);
    var body = message.body();
    if (body.length > 0) {
      var type = ContentType.parse(message.headers().get("content-type"));
      request.setEntity(AsyncEntityProducers.create(body, type));
    }
    return request.build();
  }

  private void answered(int status, String retryAfter) {
    answer.complete(StatusAnswer.of(status, retryAfter, clock.instant()));
  }

  /** Whatever fails once the time is over, fails because of that. */
  private void end(Answer with) {
    answer.complete(isLate() ? TIMEOUT : with);
    end.complete(null);
  }

  private boolean isLate() {
    return end.isCompletedExceptionally();
  }

  /** What becomes of the exchange with one address. */
  private final class Ending implements FutureCallback<Void> {
    private final Iterator<InetAddress> others;

    Ending(Iterator<InetAddress> others) {
      this.others = others;
    }

    @Override
    public void completed(Void nothing) {
      end(new Answer.TryAgain("FAILED")); // the status was the answer
    }

    @Override
    public void failed(Exception failure) {
      if (others.hasNext() && neverConnected(failure)) {
        connect(others);
      } else {
        end(new Answer.TryAgain(reason(failure)));
      }
    }

    @Override
    public void cancelled() {
      end(TIMEOUT);
    }
  }

  private static boolean neverConnected(Exception failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof ConnectTimeoutException
        || (failure instanceof SocketException // of an address family that this machine lacks
            && String.valueOf(failure.getMessage())
                .toLowerCase(Locale.ROOT)
                .contains("unreachable"));
  }

  private static String reason(Exception failure) {
    if (failure instanceof InterruptedIOException || failure instanceof TimeoutException) {
      return "TIMEOUT"; // also where the client had no connection to give in time
    }
    if (failure instanceof SSLException) {
      return "TLS";
    }
    return failure instanceof IOException ? "UNREACHABLE" : "FAILED";
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
