package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.marsad.consumer.areas.PlacedKinds;
import org.marsad.message.Alert;
import org.marsad.message.SiteKind;
import org.marsad.message.Strike;
import org.marsad.schemas.MessageJson;

/**
 * The view that an operations centre may see. Fields are named one by one, so that a field that a
 * later version adds stays hidden until somebody decides: source and report ids and the sites that
 * an alert is addressed to appear to nobody here, nor how far from the strikes hospitals and rescue
 * bases lie.
 */
final class OperatorView {
  private static final List<String> ALERT =
      List.of(
          "alertId",
          "revision",
          "messageType",
          "rule",
          "reality",
          "severity",
          "urgency",
          "certainty",
          "sources",
          "area",
          "timeZone",
          "neighbourhoods",
          "place",
          "onset",
          "onsetPrecision",
          "dangerUntil",
          "sentAt",
          "expiresAt",
          "strikeIds",
          "delivery",
          "impacts",
          "killed",
          "injured",
          "targets",
          "record",
          "residential",
          "protectedSites",
          "repeat",
          "wave",
          "surge",
          "silence",
          "reason");
  private static final List<String> STRIKE =
      List.of(
          "strikeId",
          "revision",
          "status",
          "mergedInto",
          "reality",
          "certainty",
          "area",
          "neighbourhood",
          "placeBasis",
          "placeText",
          "lat",
          "lon",
          "radiusMetres",
          "pointOutsidePlace",
          "occurredFrom",
          "occurredUntil",
          "timePrecision",
          "delivery",
          "deliveryBasis",
          "impacts",
          "killed",
          "injured",
          "targets",
          "residential",
          "updatedAt");

  private OperatorView() {}

  /**
   * An alert.
   *
   * @param seen what may be seen of it
   * @param alert as it came
   */
  static Item of(Alert seen, Alert alert) {
    var view = MessageJson.tree(seen).retain(ALERT);
    hideDistances(view);
    var namesSite = alert.getSurge() != null || !alert.getProtectedSites().isEmpty();
    return new Item(
        alert.getAlertId(),
        alert.getRevision(),
        alert.getSentAt(),
        alert.getArea(),
        alert.getRule().name(),
        namesSite ? alert : null,
        bytes(view));
  }

  /** Lineages are counted, not named. */
  static Item of(Strike strike) {
    var view = MessageJson.tree(strike).retain(STRIKE);
    view.put("sources", strike.getLineages().size());
    return new Item(
        strike.getStrikeId(),
        strike.getRevision(),
        strike.getOccurredFrom(),
        strike.getArea(),
        "",
        null,
        bytes(view));
  }

  /**
   * A hospital's share of the wounded follows from its distance: to the percent it tells little.
   */
  private static void hideDistances(ObjectNode alert) {
    if (alert.get("surge") instanceof ObjectNode surge) {
      surge.remove("distanceMetres");
      surge.put("share", Math.rint(surge.path("share").asDouble() * 100) / 100);
    }
    for (var hit : alert.path("protectedSites")) {
      if (!PlacedKinds.include(SiteKind.valueOf(hit.path("kind").textValue()))) {
        ((ObjectNode) hit).remove("distanceMetres");
      }
    }
  }

  private static byte[] bytes(ObjectNode view) {
    return view.toString().getBytes(StandardCharsets.UTF_8);
  }
}
