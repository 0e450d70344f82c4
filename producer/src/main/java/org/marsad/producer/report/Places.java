package org.marsad.producer.report;

import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.ResolvedPlace;

/** Looks places up. Safe for use by many threads. */
@FunctionalInterface
public interface Places {
  /**
   * The place as far as it can be known.
   *
   * @return never null: where nothing is known, the area {@code unplaced}
   */
  ResolvedPlace resolve(PlaceQuery query);
}
