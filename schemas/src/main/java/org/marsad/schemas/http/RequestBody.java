package org.marsad.schemas.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request's body, read as it comes: while nothing comes, no thread waits. */
public final class RequestBody implements ReadListener {
  /** How long a body may take. */
  public static final Duration WITHIN = Duration.ofSeconds(20);

  private static final int BUFFER = 8_192;

  private final ServletInputStream input;
  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  private RequestBody(ServletInputStream input, int most) {
    this.input = input;
    this.most = most;
  }

  /**
   * The bytes, once they are all here, or one more than the most.
   *
   * @param request that is asynchronous already
   * @param most bytes
   * @param within how long all of it may take; else it fails with a TimeoutException
   */
  public static CompletableFuture<byte[]> of(
      HttpServletRequest request, int most, Duration within) {
    try {
      var input = request.getInputStream();
      var body = new RequestBody(input, most);
      input.setReadListener(body);
      return body.whole.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Whether a body did not come because it took too long. */
  public static boolean tookTooLong(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TimeoutException;
  }

  @Override
  public void onDataAvailable() throws IOException {
    var buffer = new byte[BUFFER];
    while (!whole.isDone() && input.isReady()) {
      var length = input.read(buffer, 0, Math.min(BUFFER, most + 1 - read.size()));
      if (length < 0) {
        return;
      }
      read.write(buffer, 0, length);
      if (read.size() > most) {
        whole.complete(read.toByteArray());
      }
    }
  }

  @Override
  public void onAllDataRead() {
    whole.complete(read.toByteArray());
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }
}
