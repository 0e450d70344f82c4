package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.places.PlaceNames;

/** Where a report was placed, as answers say it. */
final class PlaceAnswer {
  private final PlaceNames names;

  PlaceAnswer(AreaRegister areas) {
    this.names = new PlaceNames(areas);
  }

  /** {@code al-Fardous, Aleppo}; the code where the area has no name. */
  String name(StrikeReport report) {
    return name(report, "en", ", ");
  }

  private String name(StrikeReport report, String language, String comma) {
    return names
        .of(report.getArea(), report.getNeighbourhood(), language, comma)
        .orElse(report.getArea());
  }

  /** Adds codes, the name in both languages, and marks. */
  void addTo(ObjectNode entry, StrikeReport report) {
    entry.put("area", report.getArea());
    if (report.getNeighbourhood() != null) {
      entry.put("neighbourhood", report.getNeighbourhood());
    }
    entry.put("place", name(report));
    entry.put("placeInArabic", name(report, "ar", "، "));
    if (!report.getMarks().isEmpty()) {
      report.getMarks().forEach(entry.putArray("marks")::add);
    }
  }
}
