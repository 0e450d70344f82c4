package org.marsad.processor.state;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.marsad.message.StrikeReport;
import org.marsad.processor.mapping.Cause;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.Horizon;

/**
 * How old is too old, by the newest day that an area's reports tell of in one world: the log alone
 * says what is forgotten, and a clock never does.
 */
public final class Ages {
  /** What a report on the horizon can still touch lies at most a day before it. */
  private static final int MARGIN_DAYS = 2;

  private final NewestDayStore newestDays;
  private final AreaStore areas;
  private final Horizon horizon;

  public Ages(Concerns concerns) {
    newestDays = new NewestDayStore(concerns);
    areas = new AreaStore(concerns);
    horizon = concerns.horizon();
  }

  /** What is wrong with the age of a report; empty where it is not too old. */
  public Optional<Fault> fault(StrikeReport report) {
    var newest = newestDays.find(report.getArea(), report.getReality());
    return newest.isEmpty() || isCertainlyNewer(report, newest.getAsLong())
        ? Optional.empty()
        : horizon.fault(report, newest.getAsLong(), zoneOf(report));
  }

  /** What is of a day before it is forgotten; empty where no day is known. */
  public OptionalLong forgottenBefore(Cause cause) {
    var newest = newestDays.find(cause.area(), cause.reality());
    return newest.isEmpty() ? newest : OptionalLong.of(forgottenBefore(newest.getAsLong()));
  }

  /** What is of a day before it is forgotten, where another is the newest; days of the epoch. */
  long forgottenBefore(long newestDay) {
    return horizon.before(newestDay) - MARGIN_DAYS;
  }

  /**
   * The day of something that has no area's days to go by, as a day of the epoch: in UTC, which is
   * a day off at most.
   */
  static long dayOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  /** The last local day that a report tells of, as a day of the epoch. */
  public long lastDay(StrikeReport report) {
    return Horizon.lastDay(report.getOccurredFrom(), report.getOccurredUntil(), zoneOf(report));
  }

  /** Whether it is newer whatever the zone, as most are: then the area need not be looked up. */
  private boolean isCertainlyNewer(StrikeReport report, long newestDay) {
    var day = report.getOccurredFrom().getEpochSecond() / Duration.ofDays(1).toSeconds();
    return day - 1 > horizon.before(newestDay);
  }

  private ZoneId zoneOf(StrikeReport report) {
    return areas.of(report.getArea()).zone();
  }
}
