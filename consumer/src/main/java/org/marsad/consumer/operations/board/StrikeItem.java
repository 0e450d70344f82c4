package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.message.Strike;

/**
 * The newest revision of a strike, as an operations centre sees it.
 *
 * @param written its GeoJSON
 */
record StrikeItem(
    String id, int revision, Instant at, String area, String reality, WrittenJson written)
    implements Revision {
  /** As GeoJSON. */
  ObjectNode feature() {
    return written.read();
  }

  /** Lineages are counted, not named; a strike without a point has no geometry. */
  static StrikeItem of(Strike strike) {
    var seen = SeenFields.of(strike, Role.OPS);
    seen.put("sources", strike.getLineages().size());
    var feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
    feature.put("id", strike.getStrikeId());
    var lat = seen.remove("lat");
    var lon = seen.remove("lon");
    if (lat == null || lon == null) {
      feature.putNull("geometry");
    } else {
      feature.putObject("geometry").put("type", "Point").putArray("coordinates").add(lon).add(lat);
    }
    feature.set("properties", seen);
    return new StrikeItem(
        strike.getStrikeId(),
        strike.getRevision(),
        strike.getOccurredFrom(),
        strike.getArea(),
        strike.getReality().name(),
        new WrittenJson(feature));
  }
}
