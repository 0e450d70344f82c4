package org.marsad.consumer.subscribers;

/**
 * All that lies within a distance of a point.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @param metres more than 0
 */
public record Near(double latitude, double longitude, double metres) {}
