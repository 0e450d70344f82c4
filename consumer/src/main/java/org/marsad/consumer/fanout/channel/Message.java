package org.marsad.consumer.fanout.channel;

import org.marsad.message.Alert;

/**
 * What one subscriber is told over one channel.
 *
 * @param idempotencyKey the same over all attempts, so that a receiver can drop a duplicate
 * @param alert as the subscriber may see it
 */
public record Message(String idempotencyKey, Alert alert) {}
