package org.marsad.producer.imports;

import java.time.ZoneOffset;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Areas;

/** A world in which nobody knows any place. */
final class UnknownPlaces {
  private UnknownPlaces() {}

  static ResolvedPlace resolve(PlaceQuery query) {
    return new ResolvedPlace(
        Areas.UNPLACED,
        null,
        PlaceBasis.NONE,
        ZoneOffset.UTC,
        query.lat(),
        query.lon(),
        null,
        null);
  }
}
