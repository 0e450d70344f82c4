package org.marsad.processor.rules.interruption;

import java.time.Instant;

/**
 * What people were last woken for.
 *
 * @param situation as it was told
 * @param at when they were woken, or will be where that has to wait
 */
public record Told(Situation situation, Instant at) {}
