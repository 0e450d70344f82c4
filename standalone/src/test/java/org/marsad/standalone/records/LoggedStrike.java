package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A strike as {@code --strikes-out} has it.
 *
 * @param json the line
 * @param from start
 * @param until end, exclusive
 * @param firstDay local day of the start
 * @param lastDay last local day that it touches: one that ends at midnight does not touch the next
 */
record LoggedStrike(
    JsonNode json, Instant from, Instant until, LocalDate firstDay, LocalDate lastDay) {
  private static final Set<String> TO_THE_HOUR = Set.of("SECOND", "MINUTE", "HOUR");
  private static final double NEIGHBOURHOOD_METRES = 1_500;
  private static final Duration DAY = Duration.ofHours(24);

  static LoggedStrike read(JsonNode json, ZoneId zone) {
    var from = Instant.parse(json.get("occurredFrom").asText());
    var until = Instant.parse(json.get("occurredUntil").asText());
    var last = until.isAfter(from) ? until.minusMillis(1) : until;
    return new LoggedStrike(
        json, from, until, from.atZone(zone).toLocalDate(), last.atZone(zone).toLocalDate());
  }

  String id() {
    return json.get("strikeId").asText();
  }

  @Nullable String neighbourhood() {
    return json.has("neighbourhood") ? json.get("neighbourhood").asText() : null;
  }

  SortedSet<String> sources() {
    return texts("sources");
  }

  String smallestReport() {
    return texts("reportIds").first();
  }

  boolean touches(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  long days() {
    return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
  }

  /** Whether it counts on one day: the last that it touches. */
  boolean isDated() {
    return firstDay.equals(lastDay) || Duration.between(from, until).compareTo(DAY) <= 0;
  }

  boolean countsOn(LocalDate day) {
    return isDated() && lastDay.equals(day);
  }

  /** Known less finely than the hour. */
  boolean isCoarseInTime() {
    return !TO_THE_HOUR.contains(json.get("timePrecision").asText());
  }

  /** Known to the hour and the neighbourhood. */
  boolean isFine() {
    var place = json.path("placeBasis").asText();
    var atPoint =
        place.equals("POINT")
            && json.has("lat")
            && json.path("radiusMetres").asDouble(0) <= NEIGHBOURHOOD_METRES;
    return !isCoarseInTime()
        && Duration.between(from, until).compareTo(DAY) <= 0
        && (json.has("neighbourhood") || atPoint);
  }

  /** What it adds to a measure; open where nobody counted. */
  Count of(String measure) {
    var killed = Count.read(json, "killed");
    var injured = Count.read(json, "injured");
    return switch (measure) {
      case "IMPACTS" -> {
        var impacts = Count.read(json, "impacts");
        yield impacts != null ? impacts : isFine() ? Count.LANDED : Count.OPEN;
      }
      case "KILLED" -> killed == null ? Count.OPEN : killed;
      default ->
          (killed == null ? Count.OPEN : killed).plus(injured == null ? Count.OPEN : injured);
    };
  }

  boolean isReported(String measure) {
    return switch (measure) {
      case "IMPACTS" -> json.has("impacts");
      case "KILLED" -> json.has("killed");
      default -> json.has("killed") && json.has("injured");
    };
  }

  boolean reportsInjured() {
    return json.has("injured");
  }

  private SortedSet<String> texts(String field) {
    var texts = new TreeSet<String>();
    json.get(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
