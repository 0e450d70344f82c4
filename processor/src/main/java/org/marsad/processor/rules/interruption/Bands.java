package org.marsad.processor.rules.interruption;

/** Steps in which a number has to rise before it is news once more. */
final class Bands {
  private static final int[] OF_PEOPLE = {1, 5, 10, 20, 50, 100, 200};
  private static final int[] OF_DAYS = {7, 14, 30, 60, 90, 180, 365};

  private Bands() {}

  /** The band of a number of people: 0 below 1, then one more at 1, 5, 10, 20, 50, 100, 200 … */
  static int ofPeople(int people) {
    var band = ofSteps(people, OF_PEOPLE);
    var step = OF_PEOPLE[OF_PEOPLE.length - 1] * 5L / 2; // 500, then 1, 2 and 5 thousand …
    for (var factor = 0; step <= people; factor++) {
      band++;
      step = factor % 3 == 2 ? step * 5 / 2 : step * 2;
    }
    return band;
  }

  /** The band of the days that a record reaches back: one more at 7, 14, 30, 60, 90, 180, 365. */
  static int ofDays(int days) {
    return ofSteps(days, OF_DAYS);
  }

  private static int ofSteps(int number, int[] steps) {
    var band = 0;
    while (band < steps.length && steps[band] <= number) {
      band++;
    }
    return band;
  }
}
