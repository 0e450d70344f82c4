package org.marsad.consumer.fanout.stages;

/**
 * One subscriber over one channel.
 *
 * @param subscriber id of the subscriber
 * @param channel name of the channel
 */
record RecipientId(String subscriber, String channel) {
  /** The key of its deliveries of an alert: {@code alertId/subscriber/channel}. */
  String keyFor(String alertId) {
    return alertId + "/" + subscriber + "/" + channel;
  }
}
