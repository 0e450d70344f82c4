package org.marsad.consumer.fanout.webhook;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads at most some bytes of an answer's body and keeps none: the status is the answer. */
final class UnreadBody implements BodySubscriber<String> {
  /** So many bytes keep the connection in use for the next message; more close it. */
  private static final int MOST_BYTES = 16_384;

  private final CompletableFuture<String> body = CompletableFuture.completedFuture("");
  private final Duration most;
  private Flow.@Nullable Subscription subscription;
  private int read;

  /**
   * @param most time that a body may take
   */
  UnreadBody(Duration most) {
    this.most = most;
  }

  @Override
  public CompletionStage<String> getBody() {
    return body; // complete from the start: a body without an end holds nobody up
  }

  @Override
  public void onSubscribe(Flow.Subscription granted) {
    subscription = granted;
    granted.request(Long.MAX_VALUE);
    CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS)
        .execute(granted::cancel); // does nothing to a body that has ended
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (var part : parts) {
      read += part.remaining();
    }
    if (read > MOST_BYTES && subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    // the status has been taken already
  }

  @Override
  public void onComplete() {
    // nothing is kept
  }
}
