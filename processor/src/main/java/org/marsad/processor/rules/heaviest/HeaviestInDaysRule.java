package org.marsad.processor.rules.heaviest;

/**
 * A day or a strike heavier than any for days, in one scope.
 *
 * @param minDays it must be the heaviest in at least so many days, 1 or more
 * @param pauseDays so many days in a row without a word are no pause in watching yet, 1 or more
 * @param dayFloors floors for a day's total
 * @param strikeFloors floors for one strike
 */
public record HeaviestInDaysRule(
    int minDays, int pauseDays, Floors dayFloors, Floors strikeFloors) {
  /** How many days a claim looks back at most. */
  public static final int LOOK_BACK_DAYS = 365;

  /** How many of the last days a record shows. */
  public static final int RECENT_DAYS = 30;

  public HeaviestInDaysRule {
    require("min-days", minDays);
    require("pause-days", pauseDays);
  }

  /** The least best value of a record. */
  int floor(Series series) {
    return switch (series.scale()) {
      case DAY -> dayFloors.of(series.measure());
      case STRIKE -> strikeFloors.of(series.measure());
    };
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }
}
