package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.consumer.areas.PlacedKinds;
import org.marsad.consumer.audience.Role;
import org.marsad.message.Alert;
import org.marsad.message.SiteKind;
import org.marsad.message.Strike;
import org.marsad.schemas.Findings;

/**
 * The view that an operations centre may see, as the schemas say. The page has no log-in, so it
 * leaves out one thing more: how far from the strikes hospitals and rescue bases lie, and the
 * numbers from which that follows. Three distances are a position.
 */
final class OperatorView {
  private OperatorView() {}

  /**
   * An alert.
   *
   * @param seen what an operations centre may see of it
   * @param alert as it came
   */
  static Item of(Alert seen, Alert alert) {
    var view = SeenJson.of(seen, Role.OPS);
    view.path("findings").forEach(OperatorView::hideDistances);
    return new Item(
        alert.getAlertId(),
        alert.getRevision(),
        alert.getSentAt(),
        alert.getArea(),
        alert.getSubject().getKind().name(),
        seen.getFindings().stream()
            .map(finding -> finding.getRule().name())
            .collect(Collectors.toUnmodifiableSet()),
        namesSite(alert) ? alert : null,
        bytes(view));
  }

  /** Lineages are counted, not named. */
  static Item of(Strike strike) {
    var view = SeenJson.of(strike, Role.OPS);
    view.put("sources", strike.getLineages().size());
    return new Item(
        strike.getStrikeId(),
        strike.getRevision(),
        strike.getOccurredFrom(),
        strike.getArea(),
        "",
        Set.of(),
        null,
        bytes(view));
  }

  private static boolean namesSite(Alert alert) {
    return Findings.surge(alert) != null || !Findings.sites(alert).isEmpty();
  }

  private static void hideDistances(JsonNode finding) {
    var isNear = false;
    for (var hit : finding.path("sites")) {
      if (!PlacedKinds.include(SiteKind.valueOf(hit.path("kind").textValue()))) {
        ((ObjectNode) hit).remove("distanceMetres");
        isNear = true;
      }
    }
    if (finding.get("surge") instanceof ObjectNode surge) {
      surge.remove("distanceMetres");
      surge.put("share", Math.rint(surge.path("share").asDouble() * 100) / 100);
      isNear = true;
    }
    if (isNear) {
      ((ObjectNode) finding).remove("numbers");
    }
  }

  private static byte[] bytes(ObjectNode view) {
    return view.toString().getBytes(StandardCharsets.UTF_8);
  }
}
