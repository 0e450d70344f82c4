package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One record that a HEAVIEST_IN_DAYS finding claims. The last days are not compared: they are
 * evidence, and a change in them alone publishes nothing.
 *
 * @param alertId of the alert that holds it
 */
public record ClaimedRecord(
    String alertId,
    String scale,
    String measure,
    String scope,
    String scopeCode,
    LocalDate day,
    Count value,
    long likelyDays,
    long certainDays,
    long possibleDays,
    boolean atLeast,
    LocalDate watchedSince,
    boolean sinceWatchingBegan,
    long longestSilenceDays,
    long unreported) {

  /** All records of a line of {@code --alerts-out}, in their order; none without the finding. */
  public static List<ClaimedRecord> read(JsonNode alert) {
    var records = new ArrayList<ClaimedRecord>();
    for (var finding : alert.path("findings")) {
      if (finding.path("rule").asText().equals("HEAVIEST_IN_DAYS")) {
        finding.path("records").forEach(found -> records.add(read(alert, found)));
      }
    }
    return records;
  }

  private static ClaimedRecord read(JsonNode alert, JsonNode found) {
    return new ClaimedRecord(
        alert.get("alertId").asText(),
        found.get("scale").asText(),
        found.get("measure").asText(),
        found.get("scope").asText(),
        found.get("scopeCode").asText(),
        LocalDate.parse(found.get("day").asText()),
        Objects.requireNonNull(Count.read(found, "value")),
        found.get("likelyDays").asLong(),
        found.get("certainDays").asLong(),
        found.get("possibleDays").asLong(),
        found.get("atLeast").asBoolean(),
        LocalDate.parse(found.get("watchedSince").asText()),
        found.get("sinceWatchingBegan").asBoolean(),
        found.get("longestSilenceDays").asLong(),
        found.get("unreported").asLong());
  }
}
