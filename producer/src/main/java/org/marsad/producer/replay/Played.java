package org.marsad.producer.replay;

import java.time.Instant;
import org.marsad.message.StrikeReport;

/**
 * A report of a recording.
 *
 * @param at when it is played
 */
public record Played(Instant at, StrikeReport report) {
  /** A report that is played when it was received. */
  public static Played asReceived(StrikeReport report) {
    return new Played(report.getReceivedAt(), report);
  }
}
