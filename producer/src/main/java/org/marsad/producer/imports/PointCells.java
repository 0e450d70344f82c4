package org.marsad.producer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.Marks;

/** A point out of the cells of a row; one that cannot be read is left out, and marked. */
final class PointCells {
  private static final double MAX_RADIUS_METRES = 1_000_000;
  private static final Pattern WKT =
      Pattern.compile("POINT\\s*\\(\\s*(\\S+)\\s+([^\\s)]+)\\s*\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;,]\\s*|\\s+");
  private static final Pattern BETWEEN_COMMAS = Pattern.compile("\\s*;\\s*|\\s+");

  private final Notation notation;
  private final RowFaults faults;

  PointCells(Notation notation, RowFaults faults) {
    this.notation = notation;
    this.faults = faults;
  }

  /**
   * Puts a point of two cells, with its uncertainty in metres, into the report.
   *
   * @param radius left out together with the point
   */
  void put(ObjectNode report, String lat, String lon, String radius) {
    if (notation.isNoPoint(lat) && notation.isNoPoint(lon)) {
      return;
    }
    var north = degrees("lat", lat, DegreesText.LATITUDE);
    var east = degrees("lon", lon, DegreesText.LONGITUDE);
    if (north.isPresent() && east.isPresent()) {
      report.put("lat", north.getAsDouble());
      report.put("lon", east.getAsDouble());
      putRadius(report, radius);
    }
  }

  /**
   * Puts a point of one cell into the report: latitude and longitude, as phone forms write them
   * with altitude and accuracy behind, or WKT.
   *
   * @param radius where it is not in the cell
   */
  void putOne(ObjectNode report, String point, String radius) {
    if (notation.isNoPoint(point)) {
      return;
    }
    var wkt = WKT.matcher(PastedText.number(point));
    if (wkt.matches()) {
      put(report, wkt.group(2), wkt.group(1), radius);
      return;
    }
    var between = notation.decimal() == ',' ? BETWEEN_COMMAS : BETWEEN;
    var parts = List.of(between.split(PastedText.number(point)));
    if (parts.size() < 2 || parts.size() > 4) {
      faults.leaveOut(Marks.POINT_UNREADABLE, "point", point, "latitude and longitude");
      return;
    }
    var accuracy = parts.size() == 4 ? parts.get(3) : "";
    put(report, parts.get(0), parts.get(1), radius.isEmpty() ? accuracy : radius);
  }

  private void putRadius(ObjectNode report, String text) {
    if (notation.isNoPoint(text)) {
      return;
    }
    var plain = Decimals.withPoint(PastedText.number(text), notation.decimal());
    if (plain.matches("\\d{1,7}(\\.\\d{1,20})?")
        && Double.parseDouble(plain) <= MAX_RADIUS_METRES) {
      report.put("radiusMetres", Double.parseDouble(plain));
    } else {
      faults.leaveOut(Marks.POINT_UNREADABLE, "radiusMetres", text, "0 to 1000000 metres");
    }
  }

  private OptionalDouble degrees(String field, String text, DegreesText axis) {
    var degrees = axis.read(text, notation.decimal());
    if (degrees.isEmpty()) {
      faults.leaveOut(
          Marks.POINT_UNREADABLE,
          field,
          text.isEmpty() ? FieldError.ABSENT : text,
          axis.expected());
    }
    return degrees;
  }
}
