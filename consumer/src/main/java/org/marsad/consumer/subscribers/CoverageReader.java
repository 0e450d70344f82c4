package org.marsad.consumer.subscribers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.marsad.schemas.yaml.YamlFields;

/** Reads where a subscriber wants to hear of. */
final class CoverageReader {
  private static final Pattern AREA = Pattern.compile("\\*|[^\\s/]{1,100}");
  private static final Pattern GOVERNORATE = Pattern.compile("[^\\s/*]{1,100}");
  private static final Pattern NEIGHBOURHOOD = Pattern.compile("[^\\s/]{1,100}/[^\\s/]{1,100}");
  private static final String RING =
      "3 points or more as [latitude, longitude], whose sides do not cross";
  private static final double EARTH = 20_040_000; // metres: half way round, more than any distance

  private final Known known;

  CoverageReader(Known known) {
    this.known = known;
  }

  Coverage read(YamlFields fields) {
    var governorates =
        fields.texts(
            "governorates", GOVERNORATE, known::isGovernorate, "codes of governorates that exist");
    var areas = fields.texts("areas", AREA, known::isArea, "codes of areas that exist, or *");
    var neighbourhoods =
        fields.texts(
            "neighbourhoods",
            NEIGHBOURHOOD,
            known::isNeighbourhood,
            "area/neighbourhood, of those that exist");
    var hasShape = fields.has("polygon") || fields.has("near");
    var polygon = fields.has("polygon") ? polygon(fields) : null;
    var near = fields.entry("near", "latitude, longitude, metres", CoverageReader::near);

    if (areas.isEmpty() && (fields.has("areas") || (!hasShape && governorates.isEmpty()))) {
      fields.faultIfAbsent("areas", "one area or more, or *");
    }
    if (hasShape && areas.contains(Coverage.ALL_AREAS)) {
      fields.fault("areas", "*", "no polygon and no near beside it, they add nothing");
    }
    for (var neighbourhood : neighbourhoods) {
      var area = neighbourhood.substring(0, neighbourhood.indexOf('/'));
      if (governorates.isEmpty() && !areas.contains(area) && !areas.contains(Coverage.ALL_AREAS)) {
        fields.fault("neighbourhoods", neighbourhood, "one of an area listed in areas");
      }
    }
    return new Coverage(governorates, areas, neighbourhoods, polygon, near);
  }

  private static @Nullable Polygon polygon(YamlFields fields) {
    var points = fields.rows("polygon", CoverageReader::point, RING);
    if (points == null) {
      return null; // noted already
    }
    var ring = closed(points);
    if (ring.size() > 3) {
      var polygon = new GeometryFactory().createPolygon(ring.toArray(new Coordinate[0]));
      if (polygon.isValid() && polygon.getArea() > 0) {
        return polygon;
      }
    }
    fields.fault("polygon", points.size() + " points that are no outline", RING);
    return null;
  }

  /** Its x is the longitude; null where it is no point of the earth. */
  private static @Nullable Coordinate point(List<String> row) {
    try {
      var latitude = Double.parseDouble(row.get(0));
      var longitude = Double.parseDouble(row.get(1));
      return row.size() == 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
          ? new Coordinate(longitude, latitude)
          : null;
    } catch (NumberFormatException | IndexOutOfBoundsException noPoint) {
      return null;
    }
  }

  private static List<Coordinate> closed(List<Coordinate> points) {
    var ring = new ArrayList<>(points);
    if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0));
    }
    return ring;
  }

  private static @Nullable Near near(YamlFields fields) {
    var latitude = fields.number("latitude", -90, 90);
    var longitude = fields.number("longitude", -180, 180);
    var metres = fields.number("metres", 1, EARTH);
    return latitude == null || longitude == null || metres == null
        ? null
        : new Near(latitude, longitude, metres);
  }
}
