package org.marsad.producer.places;

import org.jspecify.annotations.Nullable;

/** A place query, said step by step. */
record Ask(PlaceQuery query) {
  static Ask text(@Nullable String text) {
    return new Ask(new PlaceQuery(null, null, text, null, null, null, null, null));
  }

  static Ask nothing() {
    return text(null);
  }

  Ask area(String area) {
    return new Ask(
        new PlaceQuery(
            area,
            query.neighbourhood(),
            query.placeText(),
            query.governorate(),
            query.homeArea(),
            query.lat(),
            query.lon(),
            query.radiusMetres()));
  }

  Ask neighbourhood(String code) {
    return new Ask(
        new PlaceQuery(
            query.area(),
            code,
            query.placeText(),
            query.governorate(),
            query.homeArea(),
            query.lat(),
            query.lon(),
            query.radiusMetres()));
  }

  Ask home(String area) {
    return new Ask(
        new PlaceQuery(
            query.area(),
            query.neighbourhood(),
            query.placeText(),
            query.governorate(),
            area,
            query.lat(),
            query.lon(),
            query.radiusMetres()));
  }

  Ask governorate(String name) {
    return new Ask(
        new PlaceQuery(
            query.area(),
            query.neighbourhood(),
            query.placeText(),
            name,
            query.homeArea(),
            query.lat(),
            query.lon(),
            query.radiusMetres()));
  }

  Ask at(double lat, double lon, @Nullable Double radiusMetres) {
    return new Ask(
        new PlaceQuery(
            query.area(),
            query.neighbourhood(),
            query.placeText(),
            query.governorate(),
            query.homeArea(),
            lat,
            lon,
            radiusMetres));
  }
}
