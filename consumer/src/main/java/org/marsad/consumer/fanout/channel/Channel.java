package org.marsad.consumer.fanout.channel;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A way to reach a subscriber. Sending never blocks its caller. */
public interface Channel extends AutoCloseable {
  /** Tries once. The answer comes from any thread; an exception counts as a failed attempt. */
  CompletableFuture<Answer> send(Message message);

  /** Why nothing is sent over it any more, as a code; null: it is in use. */
  default @Nullable String disabled() {
    return null;
  }

  @Override
  default void close() {}
}
