package org.marsad.producer.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.PlaceBasis;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.schemas.checks.ReportChecks;
import org.marsad.schemas.names.CloseNames;

/**
 * Reads where a person places a report, {@code {reportId, area, neighbourhood, by, reason}},
 * strictly. Places are given by code or by name. Safe for use by many threads.
 */
public final class PlacementJson {
  private static final int NAME = 100;

  private final Places places;
  private final AreaRegister areas;

  /**
   * @param places finds places by name
   * @param areas those that are known
   */
  public PlacementJson(Places places, AreaRegister areas) {
    this.places = places;
    this.areas = areas;
  }

  /**
   * Reads a tree.
   *
   * @param errors where faults are noted
   * @return null where there is one
   */
  public @Nullable PlacementRequest read(JsonNode node, List<FieldError> errors) {
    var before = errors.size();
    var fields = new Fields(node, "", errors);
    var reportId = fields.required("reportId", ReportChecks.TEXT_LIMIT);
    var area = area(fields);
    var said = fields.text("neighbourhood", NAME);
    var neighbourhood = area == null || said == null ? null : neighbourhood(fields, said, area);
    var by = fields.required("by", NAME);
    var reason = fields.required("reason", ReportChecks.TEXT_LIMIT);
    fields.refuseUnknown();
    if (errors.size() > before
        || reportId == null
        || area == null
        || by == null
        || reason == null) {
      return null;
    }
    return new PlacementRequest(
        reportId, area.getCode(), neighbourhood, by.strip(), reason.strip());
  }

  private @Nullable AreaProfile area(Fields fields) {
    var said = fields.required("area", NAME);
    if (said == null) {
      return null;
    }
    var found = places.resolve(new PlaceQuery(said, null, null, null, null, null, null, null));
    var area = areas.area(found.area());
    if (area.isEmpty() || found.basis() != PlaceBasis.CODE || found.neighbourhood() != null) {
      fields.fail("area", "the code or name of an area" + nearArea(said));
      return null;
    }
    return area.get();
  }

  private @Nullable String neighbourhood(Fields fields, String said, AreaProfile area) {
    var found =
        places.resolve(new PlaceQuery(area.getCode(), said, null, null, null, null, null, null));
    if (found.neighbourhood() == null) {
      fields.fail("neighbourhood", "one of " + area.getCode() + nearNeighbourhood(said, area));
    }
    return found.neighbourhood();
  }

  /** Near names of areas, else of neighbourhoods, which may have been meant. */
  private String nearArea(String said) {
    var found = CloseNames.ofAreas(said, areas.areas());
    return CloseNames.didYouMean(found.isEmpty() ? nearAnywhere(said) : found);
  }

  /** Near names in the area, else elsewhere. */
  private String nearNeighbourhood(String said, AreaProfile area) {
    var found = CloseNames.ofNeighbourhoods(said, List.of(area));
    return CloseNames.didYouMean(found.isEmpty() ? nearAnywhere(said) : found);
  }

  private List<String> nearAnywhere(String said) {
    return CloseNames.ofNeighbourhoods(said, areas.areas());
  }
}
