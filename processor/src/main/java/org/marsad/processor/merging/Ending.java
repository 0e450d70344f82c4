package org.marsad.processor.merging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CancelReason;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.AlertIds;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.StrikeMessages;
import org.marsad.schemas.Marks;

/**
 * Why an alert is taken back.
 *
 * @param reason as people are told
 * @param replacedBy the alert that speaks for it now; null where none does or it is not known
 */
public record Ending(CancelReason reason, @Nullable String replacedBy) {
  /** All its reports were taken back. */
  static final Ending WITHDRAWN = new Ending(CancelReason.WITHDRAWN, null);

  /** It was a drill or a test. */
  static final Ending NOT_ACTUAL = new Ending(CancelReason.NOT_ACTUAL, null);

  /** The claim fell away; the strikes stand. */
  public static final Ending CORRECTED = new Ending(CancelReason.CORRECTED, null);

  /** Another alert speaks for it. */
  public static Ending replacedBy(String alertId) {
    return new Ending(CancelReason.REPLACED, alertId);
  }

  /** What a report means for a strike that ends by it. */
  static Ending of(StrikeReport report, Cause cause) {
    return movedTo(report)
        .map(
            area -> {
              var there = new Cause(area, cause.reality(), cause.at());
              var strikeId = StrikeMessages.idOf(there, report.getReportId());
              return new Ending(
                  CancelReason.MOVED, AlertIds.of(AlertIds.strike(strikeId), cause.reality()));
            })
        .orElse(WITHDRAWN);
  }

  /** What it means for a strike of one world that a report now speaks of another. */
  static Ending ofWorld(Reality there) {
    return there == Reality.ACTUAL ? NOT_ACTUAL : WITHDRAWN;
  }

  private static Optional<String> movedTo(StrikeReport report) {
    return report.getMarks().stream()
        .filter(mark -> mark.startsWith(Marks.MOVED_TO))
        .map(mark -> mark.substring(Marks.MOVED_TO.length()))
        .findFirst();
  }
}
