package org.marsad.consumer.fanout.stages;

/**
 * What the fan-out has done since its start.
 *
 * @param alerts revisions taken in
 * @param pending deliveries without a final outcome
 * @param delivered attempts that arrived
 * @param retries times that a message was put off, after a failed attempt or until its time
 * @param gaveUp deliveries that were tried and never arrived
 * @param suppressed deliveries that were decided against
 */
public record Counts(
    long alerts, long pending, long delivered, long retries, long gaveUp, long suppressed) {}
