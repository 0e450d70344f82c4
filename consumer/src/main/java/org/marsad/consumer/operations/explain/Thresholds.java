package org.marsad.consumer.operations.explain;

import java.time.Duration;

/**
 * Thresholds of the rules that no message carries. They may not be those in force: compare the
 * hash.
 *
 * @param hash of all thresholds, as alerts carry it
 * @param areShipped whether they are the defaults
 * @param mergedWithin longest time between two reports of one strike, beyond their precision
 * @param mergedWithinMetres longest distance between them, beyond their radii
 * @param minArrivals wounded within 24 hours from which on a hospital is told
 * @param livedInShare share of lived-in land from which on a circle counts as residential, 0 to 1
 * @param finestSpotMetres largest radius of a point that is judged by its reach to sites
 */
public record Thresholds(
    String hash,
    boolean areShipped,
    Duration mergedWithin,
    double mergedWithinMetres,
    int minArrivals,
    double livedInShare,
    double finestSpotMetres) {}
