package org.marsad.processor.rules;

import org.jspecify.annotations.Nullable;

/**
 * A place that the rules know about, such as a hospital.
 *
 * @param id slug
 * @param kind what stands there
 * @param point where
 * @param capacity patients that it can receive at once; null where unknown
 * @param confidential its name and position are shown to nobody but its own
 * @param fictional made up, for exercises and tests
 */
public record Site(
    String id,
    SiteKind kind,
    GeoPoint point,
    @Nullable Integer capacity,
    boolean confidential,
    boolean fictional) {}
