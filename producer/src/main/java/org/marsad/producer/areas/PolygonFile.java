package org.marsad.producer.areas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Neighbourhoods as polygons: a GeoJSON feature collection of WGS84 lon, lat. */
final class PolygonFile {
  private PolygonFile() {}

  static List<Draft> read(Path file, PropertyNames names) throws IOException {
    var drafts = new ArrayList<Draft>();
    for (var feature : features(file)) {
      try {
        drafts.add(draft(feature, names));
      } catch (AreaFileException e) {
        var id = feature.path("properties").path(names.id()).asText();
        var at = "feature " + (drafts.size() + 1) + " (" + names.id() + " " + id + ")";
        throw new AreaFileException(file + ": " + at + ": " + e.getMessage(), e);
      }
    }
    return drafts;
  }

  private static JsonNode features(Path file) throws IOException {
    try {
      var root = new ObjectMapper().readTree(file.toFile());
      if (root.path("features").isArray()) {
        return root.path("features");
      }
    } catch (JsonProcessingException e) {
      throw new AreaFileException(file + ": " + e.getOriginalMessage() + " (expected: JSON)", e);
    }
    throw new AreaFileException(file + ": features: absent (expected: a FeatureCollection)");
  }

  private static Draft draft(JsonNode feature, PropertyNames names) {
    var properties = feature.path("properties");
    var name = text(properties, names.name());
    if (name == null) {
      throw new AreaFileException(names.name() + ": absent (expected: a name)");
    }
    var outline = outline(feature.path("geometry"));
    return new Draft(
        null,
        name,
        text(properties, names.arabicName()),
        List.of(),
        null,
        Circle.covering(outline),
        polygons(outline));
  }

  private static @Nullable String text(JsonNode properties, String name) {
    var value = properties.path(name);
    return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
  }

  private static Geometry outline(JsonNode geometry) {
    try {
      var outline = new GeoJsonReader().read(geometry.toString());
      var sound = outline.isValid() ? outline : GeometryFixer.fix(outline);
      if (sound instanceof Polygonal && !sound.isEmpty()) {
        return sound;
      }
    } catch (ParseException | RuntimeException e) {
      throw new AreaFileException("geometry: unreadable (expected: a Polygon or MultiPolygon)", e);
    }
    throw new AreaFileException("geometry: no polygon (expected: a Polygon or MultiPolygon)");
  }

  private static List<List<List<Double>>> polygons(Geometry outline) {
    var polygons = new ArrayList<List<List<Double>>>();
    for (var i = 0; i < outline.getNumGeometries(); i++) {
      var polygon = (Polygon) outline.getGeometryN(i);
      var rings = new ArrayList<List<Double>>();
      rings.add(numbers(polygon.getExteriorRing()));
      for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(numbers(polygon.getInteriorRingN(hole)));
      }
      polygons.add(rings);
    }
    return polygons;
  }

  private static List<Double> numbers(LineString ring) {
    var numbers = new ArrayList<Double>();
    for (Coordinate corner : ring.getCoordinates()) {
      numbers.add(corner.getX());
      numbers.add(corner.getY());
    }
    return numbers;
  }
}
