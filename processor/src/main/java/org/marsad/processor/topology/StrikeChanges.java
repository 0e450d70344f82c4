package org.marsad.processor.topology;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.message.Strike;

/**
 * What one report did to the strikes of its area.
 *
 * @param area code of the area
 * @param reality of the report and so of the strikes
 * @param receivedAt of the report: the "now" of all that follows from it
 * @param changes the strikes that changed
 */
record StrikeChanges(String area, Reality reality, Instant receivedAt, List<StrikeChange> changes) {
  StrikeChanges {
    changes = List.copyOf(changes);
  }

  /**
   * One strike.
   *
   * @param before null where it is new
   * @param after its new revision
   */
  record StrikeChange(@Nullable Strike before, Strike after) {}
}
