package org.marsad.consumer.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of topics has come.
 *
 * @param caughtUp everything that was in the topics at the start has been read
 * @param brokerSeenAt when the broker last answered, UTC; null before its first answer
 */
public record ReadingStatus(boolean caughtUp, @Nullable Instant brokerSeenAt) {}
