package org.marsad.consumer.channels.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Tells the status as soon as it is there, reads at most some bytes of the body and keeps none. */
final class StatusOnly implements AsyncResponseConsumer<Void> {
  /** So many bytes keep the connection in use for the next message; more close it. */
  private static final int MOST_BYTES = 16_384;

  private final Listener listener;
  private final BooleanSupplier late;
  private @Nullable FutureCallback<Void> end;
  private int read;

  /** Told once. */
  @FunctionalInterface
  interface Listener {
    void answered(int status, String retryAfter);
  }

  /**
   * @param late whether the time for the body is over
   */
  StatusOnly(Listener listener, BooleanSupplier late) {
    this.listener = listener;
    this.late = late;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails body,
      HttpContext context,
      FutureCallback<Void> callback) {
    var retryAfter = response.getFirstHeader("retry-after");
    listener.answered(response.getCode(), retryAfter == null ? "" : retryAfter.getValue());
    end = callback;
    if (body == null) {
      complete();
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    // 1xx is not yet an answer
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(MOST_BYTES);
  }

  @Override
  public void consume(ByteBuffer part) throws IOException {
    read += part.remaining();
    part.position(part.limit());
    if (read > MOST_BYTES || late.getAsBoolean()) {
      throw new IOException("body: " + read + " bytes so far (expected: a short one, in time)");
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    complete();
  }

  @Override
  public void failed(Exception failure) {
    // told to whoever waits for the exchange
  }

  @Override
  public void releaseResources() {
    end = null;
  }

  private void complete() {
    if (end != null) {
      end.completed(null);
    }
  }
}
