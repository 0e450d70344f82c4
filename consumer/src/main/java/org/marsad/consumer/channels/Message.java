package org.marsad.consumer.channels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;

/**
 * What one subscriber is told of one alert over one channel.
 *
 * @param idempotencyKey the same over all attempts, so that a receiver can drop a duplicate
 * @param alert as the subscriber may see it
 * @param language that it wants its texts in
 * @param replies ways to answer
 * @param earlier what it was told of this alert before; null: nothing
 * @param interrupts whether it may make a sound there: the revision interrupts, or it is the first
 *     that reaches the subscriber
 */
public record Message(
    String idempotencyKey,
    Alert alert,
    Locale language,
    Replies replies,
    @Nullable Earlier earlier,
    boolean interrupts) {
  /** The first that it is told of an alert. */
  public Message(String idempotencyKey, Alert alert, Locale language, Replies replies) {
    this(idempotencyKey, alert, language, replies, null, true);
  }

  /** The alert as it was told before; null where that is not known any more. */
  public @Nullable Alert earlierAlert() {
    return earlier == null ? null : earlier.alert();
  }

  /** The same with ways to answer. */
  public Message answerable(Replies ways) {
    return new Message(idempotencyKey, alert, language, ways, earlier, interrupts);
  }

  /**
   * The latest revision that this subscriber was told over this channel.
   *
   * @param idempotencyKey that it had
   * @param alert as it was told; null: not known any more, for instance since a restart
   */
  public record Earlier(String idempotencyKey, @Nullable Alert alert) {}
}
