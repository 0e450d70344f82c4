package org.marsad.producer.imports;

import org.marsad.message.PlaceBasis;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.producer.report.Places;

/**
 * How places of datasets of events are looked up: their points are those of towns, not of impacts.
 */
final class EventPlaces {
  private EventPlaces() {}

  /**
   * For a town or village: its point never names a neighbourhood, or every event of a city would
   * lie in the one at its centre. A neighbourhood that the text names stays.
   */
  static Places town(Places places) {
    return query -> {
      var place = places.resolve(query);
      if (place.neighbourhood() == null
          || places.resolve(withoutPoint(query)).neighbourhood() != null) {
        return place;
      }
      return new ResolvedPlace(
          place.area(),
          null,
          place.basis(),
          place.timeZone(),
          place.lat(),
          place.lon(),
          place.radiusMetres(),
          place.pointDoubt());
    };
  }

  /** For a district or something vaguer: the governorate, with the point as said. */
  static Places region(Places places) {
    return query -> {
      var parent =
          places.resolve(
              new PlaceQuery(null, null, null, query.governorate(), null, null, null, null));
      return new ResolvedPlace(
          parent.area(),
          null,
          parent.basis() == PlaceBasis.NONE ? PlaceBasis.NONE : PlaceBasis.PARENT,
          parent.timeZone(),
          query.lat(),
          query.lon(),
          query.radiusMetres(),
          null);
    };
  }

  private static PlaceQuery withoutPoint(PlaceQuery query) {
    return new PlaceQuery(
        query.area(),
        query.neighbourhood(),
        query.placeText(),
        query.governorate(),
        query.homeArea(),
        null,
        null,
        null);
  }
}
