package org.marsad.consumer.fanout.stages;

import java.util.concurrent.CompletableFuture;
import org.marsad.message.Delivery;

/** Stage 6: where outcomes are recorded. */
@FunctionalInterface
public interface DeliveryLog {
  /**
   * Records an outcome; the future completes once it is safe, or fails for good.
   *
   * @param isPrivate whether it is about an alert for a confidential site
   */
  CompletableFuture<Void> record(Delivery delivery, boolean isPrivate);
}
