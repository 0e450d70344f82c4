package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * All that a HEAVIEST_IN_DAYS alert claims.
 *
 * @param strikeIds sorted
 */
public record ClaimedRecord(
    String reality,
    String area,
    String scale,
    String measure,
    String scope,
    String scopeCode,
    LocalDate day,
    Count value,
    long likelyDays,
    long certainDays,
    long possibleDays,
    boolean sinceRecordsBegan,
    LocalDate recordsBegan,
    long unreported,
    List<String> strikeIds) {

  /** As a line of {@code --alerts-out} has it. */
  public static ClaimedRecord read(JsonNode alert) {
    var record = alert.get("record");
    var strikeIds = new ArrayList<String>();
    alert.get("strikeIds").forEach(id -> strikeIds.add(id.asText()));
    Collections.sort(strikeIds);
    return new ClaimedRecord(
        alert.get("reality").asText(),
        alert.get("area").asText(),
        record.get("scale").asText(),
        record.get("measure").asText(),
        record.get("scope").asText(),
        record.get("scopeCode").asText(),
        LocalDate.parse(record.get("day").asText()),
        Objects.requireNonNull(Count.read(record, "value")),
        record.get("likelyDays").asLong(),
        record.get("certainDays").asLong(),
        record.get("possibleDays").asLong(),
        record.get("sinceRecordsBegan").asBoolean(),
        LocalDate.parse(record.get("recordsBegan").asText()),
        record.get("unreported").asLong(),
        strikeIds);
  }
}
