package org.marsad.consumer.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.consumer.text.AlertText;
import org.marsad.message.Alert;

/**
 * A feed in GeoJSON (RFC 7946): a feature for the latest message of each alert, at its point where
 * that may be seen, else over its neighbourhoods, else over its area.
 *
 * <p>Its properties are the fields that the schemas show to its reader; the point is the geometry.
 */
final class GeoJsonFeed {
  static final String MEDIA_TYPE = "application/geo+json";
  static final String FILE = "alerts.geojson";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<Locale> LANGUAGES =
      List.of(Locale.forLanguageTag("ar"), Locale.ENGLISH);

  private final AreaDirectory areas;
  private final FeedLinks links;

  GeoJsonFeed(AreaDirectory areas, FeedLinks links) {
    this.areas = areas;
    this.links = links;
  }

  byte[] write(Feed feed, Listing listing) {
    var collection = NODES.objectNode().put("type", "FeatureCollection");
    var features = collection.putArray("features");
    listing.messages().stream()
        .filter(Listing.Shown::isLatest)
        .forEach(shown -> features.add(feature(feed, shown)));
    try {
      return MAPPER.writeValueAsBytes(collection);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode feature(Feed feed, Listing.Shown shown) {
    var view = shown.view();
    var feature = NODES.objectNode().put("type", "Feature");
    feature.put("id", shown.message().identifier());
    feature.set("geometry", geometry(view));
    var properties = SeenFields.of(view, feed.audience().role());
    properties.remove("place");
    var place = view.getPlace();
    if (place != null && place.getLat() != null && place.getRadiusMetres() != null) {
      properties.put("radiusMetres", place.getRadiusMetres());
    }
    if (place != null) {
      properties.put("placeBasis", place.getBasis().name());
    }
    var headlines = properties.putObject("headline");
    for (var language : LANGUAGES) {
      headlines.put(language.getLanguage(), AlertText.in(areas, language).headline(view));
    }
    properties.put("cap", links.toCap(feed, shown.message()));
    feature.set("properties", properties);
    return feature;
  }

  private @Nullable ObjectNode geometry(Alert view) {
    var place = view.getPlace();
    if (place != null && place.getLat() != null && place.getLon() != null) {
      var point = NODES.objectNode().put("type", "Point");
      point.putArray("coordinates").add(place.getLon()).add(place.getLat());
      return point;
    }
    return areas.shape(view.getArea(), view.getNeighbourhoods()).orElse(null);
  }
}
