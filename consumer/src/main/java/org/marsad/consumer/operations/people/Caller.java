package org.marsad.consumer.operations.people;

/**
 * Who makes a request.
 *
 * @param address where it comes from
 */
public record Caller(User user, Means means, String address) {}
