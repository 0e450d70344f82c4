package org.marsad.consumer.fanout.replies;

/**
 * That a subscriber was told of an alert.
 *
 * @param revision the newest that was delivered
 */
record Told(String alertId, int revision, String subscriber) {}
