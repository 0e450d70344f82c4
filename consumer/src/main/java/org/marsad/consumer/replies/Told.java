package org.marsad.consumer.replies;

/**
 * That a subscriber was told of an alert.
 *
 * @param revision the newest that was delivered
 */
record Told(String alertId, int revision, String subscriber) {}
