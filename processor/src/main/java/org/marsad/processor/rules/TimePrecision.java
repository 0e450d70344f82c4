package org.marsad.processor.rules;

import java.time.Duration;

/** How finely a time is known, the finest first. */
public enum TimePrecision {
  SECOND(Duration.ofSeconds(1)),
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(31)),
  YEAR(Duration.ofDays(366));

  private final Duration unit;

  TimePrecision(Duration unit) {
    this.unit = unit;
  }

  /** How far the true time may lie outside the interval as said, at most. */
  public Duration unit() {
    return unit;
  }

  public boolean isAtLeastAsFineAs(TimePrecision other) {
    return compareTo(other) <= 0;
  }
}
