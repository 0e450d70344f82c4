package org.marsad.producer.places;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The place of a recorded event, as the gazetteer is asked for it. */
public final class Events {
  private Events() {}

  public static PlaceQuery query(CSVRecord event) {
    return new PlaceQuery(
        null,
        null,
        event.get("where_coordinates"),
        adm1(event),
        null,
        lat(event),
        lon(event),
        null);
  }

  static PlaceQuery governorate(CSVRecord event) {
    return new PlaceQuery(null, null, null, adm1(event), null, null, null, null);
  }

  public static double lat(CSVRecord event) {
    return Double.parseDouble(event.get("latitude"));
  }

  public static double lon(CSVRecord event) {
    return Double.parseDouble(event.get("longitude"));
  }

  private static @Nullable String adm1(CSVRecord event) {
    return event.get("adm_1").isBlank() ? null : event.get("adm_1");
  }
}
