package org.marsad.processor.rules;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened, inside one area.
 *
 * @param neighbourhood code of the neighbourhood, null where only the area is known
 * @param basis what the place rests on
 * @param circle where on the map, null where that is unknown
 * @param pointOutsidePlace the point lies outside the named neighbourhood
 * @param text the place as said
 */
public record Spot(
    @Nullable String neighbourhood,
    PlaceBasis basis,
    @Nullable Circle circle,
    boolean pointOutsidePlace,
    @Nullable String text) {
  /** A circle up to this radius is as fine as a neighbourhood. */
  static final double NEIGHBOURHOOD_RADIUS_METRES = 1_500;

  /**
   * Whether it is known at least to the neighbourhood, by name or by a point that rests on no name.
   */
  public boolean isFine() {
    return neighbourhood != null || (basis == PlaceBasis.POINT && circle != null && isFine(circle));
  }

  /** Whether a circle is as fine as a neighbourhood. */
  public static boolean isFine(Circle circle) {
    return circle.radiusMetres() <= NEIGHBOURHOOD_RADIUS_METRES;
  }
}
