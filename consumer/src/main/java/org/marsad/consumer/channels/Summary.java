package org.marsad.consumer.channels;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.marsad.message.Alert;

/**
 * What one message says in place of many, where there would be too many interruptions.
 *
 * @param idempotencyKey the same over all attempts
 * @param language that the subscriber wants its texts in
 * @param views the newest of each alert that it stands for, as the subscriber may see them; at
 *     least one
 * @param from start of the time that it covers, UTC
 * @param until end of it, UTC
 */
public record Summary(
    String idempotencyKey, Locale language, List<Alert> views, Instant from, Instant until) {
  public Summary {
    views = List.copyOf(views);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("views: none (expected: at least one)");
    }
  }
}
