package org.marsad.schemas.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.settings.SettingsException;

/**
 * How far back anything is remembered, counted from the newest local day that the reports of an
 * area and reality tell of. What an older report may belong to is forgotten.
 *
 * @param days so many days before the newest a report is still taken, and strikes and alerts are
 *     remembered; {@value #LEAST_DAYS} or more
 * @param dayRows so many days before the newest the sums of a day are remembered; a claim about the
 *     oldest day that is judged anew looks back a year and past a pause: {@value #LOOK_BACK} more
 *     than {@code days} at least
 */
public record Horizon(int days, int dayRows) {
  /** As the rules are described. */
  public static final Horizon DEFAULTS = new Horizon(400, 800);

  /** Setting of {@code days}, the same in the processor and in each intake. */
  public static final String DAYS = "horizon.days";

  /** Setting of {@code dayRows}. */
  public static final String DAY_ROWS = "horizon.day.rows";

  /** A record shows the last 30 days. */
  private static final int LEAST_DAYS = 31;

  private static final int LOOK_BACK = 400;

  public Horizon {
    if (days < LEAST_DAYS) {
      throw new IllegalArgumentException(
          "%s: %d (expected: %d or more)".formatted(DAYS, days, LEAST_DAYS));
    }
    if (dayRows < days + LOOK_BACK) {
      throw new IllegalArgumentException(
          "%s: %d (expected: %d or more, %d beyond %s)"
              .formatted(DAY_ROWS, dayRows, days + LOOK_BACK, LOOK_BACK, DAYS));
    }
  }

  /** Declares both settings. */
  public static ConfigDef define(ConfigDef definition) {
    return definition
        .define(
            DAYS,
            ConfigDef.Type.INT,
            DEFAULTS.days,
            Range.atLeast(LEAST_DAYS),
            Importance.LOW,
            "Days that reports, strikes and alerts are remembered; older reports are refused."
                + " The same in processor and intake.")
        .define(
            DAY_ROWS,
            ConfigDef.Type.INT,
            DEFAULTS.dayRows,
            Range.atLeast(LEAST_DAYS + LOOK_BACK),
            Importance.LOW,
            "Days that the sums of a day are remembered, " + LOOK_BACK + " more at least.");
  }

  /**
   * What the settings say.
   *
   * @throws SettingsException where they do not go together
   */
  public static Horizon of(Settings settings) {
    try {
      return new Horizon(settings.number(DAYS), settings.number(DAY_ROWS));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of(String.valueOf(e.getMessage())));
    }
  }

  /** The first local day of which a report is taken, by the newest day known; both of the epoch. */
  public long before(long newestDay) {
    return newestDay - days;
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
  public Optional<Fault> fault(StrikeReport report, long newestDay, ZoneId zone) {
    var first = before(newestDay);
    return lastDay(report.getOccurredFrom(), report.getOccurredUntil(), zone) >= first
        ? Optional.empty()
        : Optional.of(
            Fault.in(
                "occurredFrom",
                report.getOccurredFrom(),
                "%s or later: %d days before the newest day of its area"
                    .formatted(LocalDate.ofEpochDay(first), days),
                Fault.Reason.TOO_OLD));
  }
}
