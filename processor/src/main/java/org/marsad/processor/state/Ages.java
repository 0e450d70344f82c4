package org.marsad.processor.state;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.heaviest.RecordLedger;

/**
 * How old is too old, by the newest day that an area's reports tell of in one world: the log alone
 * says what is forgotten, and a clock never does.
 */
public final class Ages {
  /** What a report on the horizon can still touch lies at most a day before it. */
  private static final int MARGIN_DAYS = 2;

  /** No zone is further from UTC. */
  private static final Duration ANY_ZONE = Duration.ofDays(1);

  private final NewestDayStore newestDays;
  private final AreaStore areas;

  public Ages(Concerns concerns) {
    newestDays = new NewestDayStore(concerns);
    areas = new AreaStore(concerns);
  }

  /**
   * The first local day of which a report is still taken in, where this one is of an earlier: then
   * nobody knows any more what it may belong to. Empty where it is not too old.
   */
  public Optional<LocalDate> horizonAfter(StrikeReport report) {
    var newest = newestDays.find(report.getArea(), report.getReality());
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    var horizon = LocalDate.ofEpochDay(newest.getAsLong() - RecordLedger.REJUDGED_DAYS);
    var certainly = horizon.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    return report.getOccurredUntil().minus(ANY_ZONE).isBefore(certainly)
            && lastDay(report) < horizon.toEpochDay()
        ? Optional.of(horizon)
        : Optional.empty();
  }

  /** What is of a day before it is forgotten; empty where no day is known. */
  public OptionalLong forgottenBefore(Cause cause) {
    var newest = newestDays.find(cause.area(), cause.reality());
    return newest.isEmpty()
        ? newest
        : OptionalLong.of(newest.getAsLong() - RecordLedger.REJUDGED_DAYS - MARGIN_DAYS);
  }

  /** The last local day that a report tells of, as a day of the epoch. */
  public long lastDay(StrikeReport report) {
    return Domain.time(report).lastDay(areas.of(report.getArea()).zone());
  }
}
