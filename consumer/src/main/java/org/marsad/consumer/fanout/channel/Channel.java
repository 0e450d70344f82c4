package org.marsad.consumer.fanout.channel;

import java.util.concurrent.CompletableFuture;

/** A way to reach a subscriber. Sending never blocks its caller. */
public interface Channel extends AutoCloseable {
  /** Tries once. The answer comes from any thread; an exception counts as a failed attempt. */
  CompletableFuture<Answer> send(Message message);

  @Override
  default void close() {}
}
