package org.marsad.processor.rules;

/**
 * A point with its uncertainty.
 *
 * @param centre the point
 * @param radiusMetres at least 0
 */
public record Circle(GeoPoint centre, double radiusMetres) {
  /** Whether the edges are at most so many metres apart; circles that overlap are. */
  public boolean isWithin(double metres, Circle other) {
    return centre.isWithin(metres + radiusMetres + other.radiusMetres, other.centre);
  }
}
