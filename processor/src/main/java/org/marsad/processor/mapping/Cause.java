package org.marsad.processor.mapping;

import java.time.Instant;
import org.marsad.message.Reality;

/**
 * What led to a change.
 *
 * @param area code of the area
 * @param reality the world in which it happened
 * @param at receivedAt of the report, or when a person decided: the "now" of all that follows
 */
public record Cause(String area, Reality reality, Instant at) {}
