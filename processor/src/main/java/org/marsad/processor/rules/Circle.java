package org.marsad.processor.rules;

/**
 * A point with its uncertainty.
 *
 * @param centre the point
 * @param radiusMetres at least 0
 */
public record Circle(GeoPoint centre, double radiusMetres) {
  /** Metres between the edges; zero where the circles touch or overlap. */
  public double gapTo(Circle other) {
    return Math.max(0, centre.metresTo(other.centre) - radiusMetres - other.radiusMetres);
  }
}
