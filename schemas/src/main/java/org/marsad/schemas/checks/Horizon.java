package org.marsad.schemas.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.marsad.message.StrikeReport;

/**
 * How old a report may be, by the newest local day that the reports of its area and reality tell
 * of. What an older one may belong to is forgotten.
 */
public final class Horizon {
  /** So many days before the newest a report is still taken. */
  public static final int DAYS = 400;

  private Horizon() {}

  /** The first local day of which a report is taken, by the newest day known; both of the epoch. */
  public static long before(long newestDay) {
    return newestDay - DAYS;
  }

  /**
   * The last local day that a time touches, as a day of the epoch; the end does not belong to it.
   */
  public static long lastDay(Instant from, Instant until, ZoneId zone) {
    var last = until.equals(from) ? from : until.minusMillis(1);
    return last.atZone(zone).toLocalDate().toEpochDay();
  }

  /**
   * The day that a report makes the newest where none is newer, as a day of the epoch. What ends
   * later than it was received, such as a whole year, makes no day newer than that of its
   * reception.
   */
  public static long newestDay(Instant from, Instant until, Instant receivedAt, ZoneId zone) {
    return Math.min(lastDay(from, until, zone), receivedAt.atZone(zone).toLocalDate().toEpochDay());
  }

  /**
   * What is wrong with a report of an area whose newest day is known; empty where it is not too
   * old.
   *
   * @param newestDay of its area and reality, as a day of the epoch
   * @param zone of its area
   */
  public static Optional<Fault> fault(StrikeReport report, long newestDay, ZoneId zone) {
    var first = before(newestDay);
    return lastDay(report.getOccurredFrom(), report.getOccurredUntil(), zone) >= first
        ? Optional.empty()
        : Optional.of(
            Fault.in(
                "occurredFrom",
                report.getOccurredFrom(),
                "%s or later: %d days before the newest day of its area"
                    .formatted(LocalDate.ofEpochDay(first), DAYS),
                Fault.Reason.TOO_OLD));
  }
}
