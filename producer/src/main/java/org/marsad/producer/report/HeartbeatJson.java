package org.marsad.producer.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.Source;
import org.marsad.producer.places.AreaRegister;

/** Reads a heartbeat, {@code {area, everySeconds}}, strictly. Safe for use by many threads. */
public final class HeartbeatJson {
  private static final int AREA = 100;
  private static final int LONGEST_SECONDS = 86_400;

  private final AreaRegister areas;
  private final Clock clock;

  public HeartbeatJson(AreaRegister areas, Clock clock) {
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * Reads a tree.
   *
   * @param source who is there: the door knows
   * @param errors where faults are noted
   * @return null where there is one
   */
  public @Nullable Heartbeat read(JsonNode node, Source source, List<FieldError> errors) {
    var before = errors.size();
    var fields = new Fields(node, "", errors);
    var area = fields.required("area", AREA);
    if (area != null && areas.area(area).isEmpty()) {
      fields.fail("area", "the code of a known area");
    }
    var every = fields.whole("everySeconds", 1);
    if (!fields.has("everySeconds") || (every != null && every > LONGEST_SECONDS)) {
      fields.fail("everySeconds", "1 to " + LONGEST_SECONDS);
    }
    var reality = fields.symbol("reality", Reality.class);
    fields.refuseUnknown();
    if (errors.size() > before || area == null || every == null) {
      return null;
    }
    return new Heartbeat(
        source,
        Objects.requireNonNullElse(reality, Reality.ACTUAL),
        area,
        every,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
