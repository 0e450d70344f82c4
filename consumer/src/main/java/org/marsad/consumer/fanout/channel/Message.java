package org.marsad.consumer.fanout.channel;

import java.util.Locale;
import org.marsad.message.Alert;

/**
 * What one subscriber is told over one channel.
 *
 * @param idempotencyKey the same over all attempts, so that a receiver can drop a duplicate
 * @param alert as the subscriber may see it
 * @param language that it wants its texts in
 * @param replies ways to answer
 */
public record Message(String idempotencyKey, Alert alert, Locale language, Replies replies) {}
