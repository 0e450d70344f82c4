package org.marsad.consumer.fanout.escalation;

import java.time.Instant;

/**
 * A time for which an answer holds.
 *
 * @param from inclusive
 * @param until exclusive; {@link Instant#MAX}: for good
 */
record Hold(Instant from, Instant until) {}
