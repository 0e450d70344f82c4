package org.marsad.consumer.channels;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a subscriber. Sending never blocks its caller.
 *
 * <p>A channel is one of two kinds. In place, a later revision replaces the one before, as on a
 * page: it gets every revision and makes a sound only for those that interrupt. Appending, each
 * message stays beside the one before, as in a mailbox: it gets only what is worth reading.
 */
public interface Channel extends AutoCloseable {
  /** Tries once. The answer comes from any thread; an exception counts as a failed attempt. */
  CompletableFuture<Answer> send(Message message);

  /** Tries once, as above. A channel in place has shown all of it already and refuses. */
  CompletableFuture<Answer> send(Summary summary);

  /** Whether a later revision replaces the one before. */
  boolean isInPlace();

  /** The words that the reader sees: what a rehearsal prints. */
  String shown(Message message);

  /** The words that the reader sees. */
  String shown(Summary summary);

  /**
   * Hears of what waits for a summary: the first alert, and then each time that they are twice as
   * many. Where a reader takes silence for a quiet hour, it says so.
   *
   * @param coming the summary as it would be now; its end is when it is due
   */
  default void awaits(Summary coming) {}

  /** Why nothing is sent over it any more, as a code; null: it is in use. */
  default @Nullable String disabled() {
    return null;
  }

  @Override
  default void close() {}
}
