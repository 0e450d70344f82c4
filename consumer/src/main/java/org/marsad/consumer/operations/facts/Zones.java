package org.marsad.consumer.operations.facts;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.marsad.message.Alert;

/** Time zones as messages name them. */
public final class Zones {
  private Zones() {}

  /** The zone of an alert's area; UTC where this Java does not know it. */
  public static ZoneId of(Alert alert) {
    try {
      return ZoneId.of(alert.getTimeZone());
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
