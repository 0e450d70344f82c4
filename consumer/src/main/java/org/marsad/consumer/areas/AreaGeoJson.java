package org.marsad.consumer.areas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;

/**
 * Areas, neighbourhoods and sites as a GeoJSON FeatureCollection (RFC 7946): an outline where one
 * is known, else the centre, with the radius of the circle around it among the properties.
 *
 * <p>Positions that put people in danger stay out: confidential sites, and all that are not {@link
 * PlacedKinds}. A hospital has its name all the same, for alerts that are addressed to it.
 */
final class AreaGeoJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AreaGeoJson() {}

  static byte[] of(Collection<AreaProfile> areas, PublicSites sites) {
    var features = NODES.arrayNode();
    for (var area : areas) {
      addArea(features, area);
    }
    sites.bySiteId().values().stream()
        .sorted(Comparator.comparing(listed -> listed.site().getSiteId()))
        .forEach(listed -> addSite(features, listed));
    var collection = NODES.objectNode().put("type", "FeatureCollection");
    collection.set("features", features);
    try {
      return MAPPER.writeValueAsBytes(collection);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addArea(ArrayNode features, AreaProfile area) {
    features.add(feature(area));
    for (var neighbourhood : area.getNeighbourhoods()) {
      features.add(feature(area, neighbourhood));
    }
  }

  private static void addSite(ArrayNode features, PublicSites.Listed listed) {
    var site = listed.site();
    if (PlacedKinds.include(site.getKind())) {
      features.add(feature(listed.area(), site, point(site.getLat(), site.getLon())));
    } else if (site.getKind() == SiteKind.HOSPITAL) {
      features.add(feature(listed.area(), site, null));
    }
  }

  /** An area without a place has a name but no geometry, which GeoJSON calls unlocated. */
  private static ObjectNode feature(AreaProfile area) {
    var placed = area.getKind() != AreaKind.UNPLACED;
    var feature =
        feature(
            area.getCode(),
            "area",
            area.getNames(),
            placed ? point(area.getLat(), area.getLon()) : null);
    var properties = feature.withObjectProperty("properties");
    properties.put("areaKind", area.getKind().name()).put("timeZone", area.getTimeZone());
    if (placed) {
      putCircle(properties, area.getLat(), area.getLon(), area.getRadiusMetres());
    }
    return feature;
  }

  private static ObjectNode feature(AreaProfile area, Neighbourhood part) {
    var outline = part.getPolygons();
    var geometry =
        outline == null || outline.isEmpty()
            ? point(part.getLat(), part.getLon())
            : Outline.geometry(outline);
    var feature = feature(part.getCode(), "neighbourhood", part.getNames(), geometry);
    var properties = feature.withObjectProperty("properties");
    properties.put("area", area.getCode()).put("landUse", part.getLandUse().name());
    putCircle(properties, part.getLat(), part.getLon(), part.getRadiusMetres());
    return feature;
  }

  private static ObjectNode point(double lat, double lon) {
    var point = NODES.objectNode().put("type", "Point");
    point.set("coordinates", Outline.position(lon, lat));
    return point;
  }

  private static ObjectNode feature(String area, Site site, @Nullable ObjectNode point) {
    var feature = feature(site.getSiteId(), "site", site.getNames(), point);
    feature
        .withObjectProperty("properties")
        .put("area", area)
        .put("siteKind", site.getKind().name())
        .put("fictional", site.getFictional());
    return feature;
  }

  private static ObjectNode feature(
      String code, String kind, List<LocalName> names, @Nullable ObjectNode geometry) {
    var feature = NODES.objectNode().put("type", "Feature").put("id", code);
    var properties = feature.putObject("properties").put("kind", kind).put("code", code);
    var byLanguage = properties.putObject("names");
    names.forEach(name -> byLanguage.put(name.getLanguage(), name.getName()));
    feature.set("geometry", geometry);
    return feature;
  }

  private static void putCircle(ObjectNode properties, double lat, double lon, double radius) {
    properties.put("lat", lat).put("lon", lon).put("radiusMetres", radius);
  }
}
