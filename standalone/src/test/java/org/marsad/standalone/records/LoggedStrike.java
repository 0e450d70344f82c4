package org.marsad.standalone.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
  /** The heavier of equal ones is the earlier, then the shorter, then the one of the least id. */
  static final Comparator<LoggedStrike> IN_ORDER =
      Comparator.comparing(LoggedStrike::from)
          .thenComparing(LoggedStrike::until)
          .thenComparing(strike -> strike.texts("reportIds").first());

  private static final Set<String> TO_THE_HOUR = Set.of("SECOND", "MINUTE", "HOUR");
  private static final double NEIGHBOURHOOD_METRES = 1_500;

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

  boolean touches(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** Whether it is known to lie within one local day. */
  boolean isDated() {
    var precision = json.get("timePrecision").asText();
    return firstDay.equals(lastDay) && (TO_THE_HOUR.contains(precision) || precision.equals("DAY"));
  }

  /** Fine strikes are added up; a lineage's coarse ones by themselves. */
  String group() {
    return isFine() ? "fine" : "coarse " + texts("lineages").first();
  }

  /** What it adds to a measure, null where nobody reported it. */
  @Nullable Count of(String measure) {
    var killed = Count.read(json, "killed");
    var injured = Count.read(json, "injured");
    return switch (measure) {
      case "IMPACTS" -> isReported(measure) || !isFine() ? Count.read(json, "impacts") : Count.ONE;
      case "KILLED" -> killed;
      default -> killed == null || injured == null ? either(killed, injured) : killed.plus(injured);
    };
  }

  boolean isReported(String measure) {
    return measure.equals("IMPACTS") ? json.has("impacts") : of(measure) != null;
  }

  Count countedAs(String measure) {
    return Objects.requireNonNullElse(of(measure), Count.NOTHING);
  }

  private boolean isFine() {
    var place = json.path("placeBasis").asText();
    var atPoint =
        place.equals("POINT")
            && json.has("lat")
            && json.path("radiusMetres").asDouble(0) <= NEIGHBOURHOOD_METRES;
    return TO_THE_HOUR.contains(json.get("timePrecision").asText())
        && Duration.between(from, until).compareTo(Duration.ofHours(24)) <= 0
        && (json.has("neighbourhood") || atPoint);
  }

  private SortedSet<String> texts(String field) {
    var texts = new TreeSet<String>();
    json.get(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static @Nullable Count either(@Nullable Count one, @Nullable Count other) {
    return one == null ? other : one;
  }

  static List<String> ids(List<LoggedStrike> strikes) {
    return strikes.stream().map(LoggedStrike::id).sorted().toList();
  }
}
