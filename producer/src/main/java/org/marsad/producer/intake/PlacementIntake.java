package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.placing.PlacingOutcome;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.report.PlacementJson;
import org.marsad.producer.report.PlacementRequest;
import org.marsad.producer.report.Places;

/**
 * {@code POST /api/placements}: the operator says where a report's strike was, one at a time;
 * answered when its end at the old place, its word at the new one and the decision are in the log.
 */
public final class PlacementIntake implements Consumer<JavalinConfig> {
  /** Where placements are posted. */
  public static final String PATH = "/api/placements";

  private final Door door;
  private final PlacementJson json;
  private final PlaceAnswer places;
  private final Function<PlacementRequest, PlacingOutcome> place;

  /**
   * An intake.
   *
   * @param door lets known sources in
   * @param places looks places up
   * @param areas by their codes
   * @param place places a report
   */
  public PlacementIntake(
      Door door,
      Places places,
      AreaRegister areas,
      Function<PlacementRequest, PlacingOutcome> place) {
    this.door = door;
    this.json = new PlacementJson(places, areas);
    this.places = new PlaceAnswer(areas);
    this.place = place;
  }

  /** Adds the route to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answerWhenOpen(request, "placement", this::take));
  }

  private Answer take(JsonNode list, KnownSource source) {
    if (!source.operator()) {
      return Answer.forbidden();
    }
    if (list.size() > 1) {
      return unusable("body", list.size() + " placements", "one at a time");
    }
    return Door.each(list, json::read, wanted -> answer(wanted.get(0)));
  }

  private Answer answer(PlacementRequest wanted) {
    var outcome = place.apply(wanted);
    if (outcome instanceof PlacingOutcome.Placed placed) {
      return Answer.accepted(JsonNodeFactory.instance.arrayNode().add(entry(placed)));
    }
    if (outcome instanceof PlacingOutcome.Refused refused) {
      var entry = JsonNodeFactory.instance.objectNode().put("reportId", wanted.reportId());
      return new Answer(503, Map.of("Retry-After", "5"), entry.put("reason", refused.reason()));
    }
    if (outcome instanceof PlacingOutcome.ThereAlready there) {
      return unusable(
          "reportId",
          wanted.reportId(),
          "a report that is not in " + places.name(there.report()) + " already");
    }
    return unusable(
        "reportId",
        wanted.reportId(),
        outcome instanceof PlacingOutcome.TakenBack
            ? "a report that its source did not take back"
            : "the id of a report in the log");
  }

  private JsonNode entry(PlacingOutcome.Placed placed) {
    var report = placed.report();
    var decision = placed.decision();
    var entry = JsonNodeFactory.instance.objectNode().put("reportId", report.getReportId());
    entry.put("status", "placed");
    places.addTo(entry, report);
    placed.from().forEach(entry.putArray("from")::add);
    return entry
        .put("by", decision.getDecidedBy())
        .put("reason", decision.getReason())
        .put("at", decision.getDecidedAt().toString())
        .put("revision", decision.getRevision());
  }

  private static Answer unusable(String field, String value, String expected) {
    return Answer.unusable(List.of(new Answer.Fault(0, new FieldError(field, value, expected))));
  }
}
