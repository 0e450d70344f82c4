package org.marsad.producer.areas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/**
 * Neighbourhoods as polygons: a GeoJSON feature collection of WGS84 lon, lat, as OpenStreetMap and
 * the Humanitarian Data Exchange give it. What is no polygon or has no name is left out and listed.
 *
 * @param drafts the neighbourhoods
 * @param skipped what was left out, and why, a line each
 */
record PolygonFile(List<Draft> drafts, List<String> skipped) {
  private static final String WGS84 = "WGS84 degrees, as ogr2ogr -t_srs EPSG:4326 makes them";

  PolygonFile {
    drafts = List.copyOf(drafts);
    skipped = List.copyOf(skipped);
  }

  static PolygonFile read(Path file, PropertyNames names) throws IOException {
    var root = collection(file);
    var drafts = new ArrayList<Draft>();
    var skipped = new ArrayList<String>();
    var features = root.path("features");
    for (var i = 0; i < features.size(); i++) {
      var feature = features.get(i);
      var at = "feature " + (i + 1) + " " + label(feature, names);
      var name = first(feature.path("properties"), names.names());
      var type = feature.path("geometry").path("type").asText("no geometry");
      if (name == null) {
        skipped.add(at + ": no name under " + names.names());
      } else if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
        skipped.add(at + ": " + type + ", no polygon");
      } else {
        outline(feature.path("geometry"))
            .ifPresentOrElse(
                outline -> drafts.add(draft(file + ": " + at, feature, outline, name, names)),
                () -> skipped.add(at + ": unreadable geometry"));
      }
    }
    if (drafts.isEmpty()) {
      throw new AreaFileException(
          "%s: no polygon with a name under %s (expected: --name-property, one of %s)"
              .formatted(file, names.names(), properties(root)));
    }
    return new PolygonFile(drafts, skipped);
  }

  private static JsonNode collection(Path file) throws IOException {
    try {
      var root = new ObjectMapper().readTree(file.toFile());
      var crs = root.path("crs").path("properties").path("name").asText("CRS84");
      if (!crs.endsWith("CRS84") && !crs.endsWith(":4326")) {
        throw new AreaFileException(file + ": crs: " + crs + " (expected: " + WGS84 + ")");
      }
      if (root.path("features").isArray()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new AreaFileException(file + ": " + e.getOriginalMessage() + " (expected: JSON)", e);
    }
    throw new AreaFileException(file + ": features: absent (expected: a FeatureCollection)");
  }

  private static Draft draft(
      String at, JsonNode feature, Geometry outline, String name, PropertyNames names) {
    var box = outline.getEnvelopeInternal();
    if (Math.max(-box.getMinX(), box.getMaxX()) > 180
        || Math.max(-box.getMinY(), box.getMaxY()) > 90) {
      throw new AreaFileException(
          "%s: coordinates: %s, %s (expected: %s)"
              .formatted(at, box.getMaxX(), box.getMaxY(), WGS84));
    }
    var properties = feature.path("properties");
    return new Draft(
        code(properties, names),
        name,
        first(properties, names.arabicNames()),
        List.of(),
        null,
        Circle.covering(outline),
        polygons(outline));
  }

  /** Null where there is none: it is made from the name. */
  private static @Nullable String code(JsonNode properties, PropertyNames names) {
    var value = properties.path(names.code() == null ? "" : names.code());
    var code = value.isNull() ? "" : Slug.of(value.asText());
    return code.isEmpty() ? null : code;
  }

  private static @Nullable String first(JsonNode properties, List<String> names) {
    return names.stream()
        .map(property -> text(properties, property))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What people find a feature by. */
  private static String label(JsonNode feature, PropertyNames names) {
    var properties = feature.path("properties");
    var id = properties.path(names.id()).asText(feature.path("id").asText(""));
    var name = properties.path("name").asText("");
    return "(" + (id + " " + name).strip() + ")";
  }

  private static Set<String> properties(JsonNode root) {
    var properties = new TreeSet<String>();
    root.path("features")
        .forEach(f -> f.path("properties").fieldNames().forEachRemaining(properties::add));
    return properties;
  }

  private static @Nullable String text(JsonNode properties, String name) {
    var value = properties.path(name);
    return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
  }

  /** The outline, mended where it crosses itself; empty where it is none. */
  private static Optional<Geometry> outline(JsonNode geometry) {
    try {
      var outline = new GeoJsonReader().read(geometry.toString());
      var sound = outline.isValid() ? outline : GeometryFixer.fix(outline);
      return sound instanceof Polygonal && !sound.isEmpty() ? Optional.of(sound) : Optional.empty();
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
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
