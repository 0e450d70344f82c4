package org.marsad.consumer.replies;

import org.marsad.message.Intent;

/**
 * What a team says to an alert.
 *
 * @param revision that it saw
 * @param team within the subscriber
 * @param channel that it came over
 */
record Reply(
    String alertId, int revision, String subscriber, String team, Intent intent, String channel) {}
