package org.marsad.consumer.channels.http;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A request that is not sent any more once its time is over. */
final class TimelyRequest implements AsyncRequestProducer {
  private final AsyncRequestProducer request;
  private final BooleanSupplier late;

  /**
   * @param late whether its time is over
   */
  TimelyRequest(AsyncRequestProducer request, BooleanSupplier late) {
    this.request = request;
    this.late = late;
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    if (late.getAsBoolean()) {
      throw new IOException("late (expected: before the attempt's time is over)");
    }
    request.sendRequest(channel, context);
  }

  @Override
  public boolean isRepeatable() {
    return request.isRepeatable();
  }

  @Override
  public void failed(Exception failure) {
    request.failed(failure);
  }

  @Override
  public int available() {
    return request.available();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    request.produce(channel);
  }

  @Override
  public void releaseResources() {
    request.releaseResources();
  }
}
