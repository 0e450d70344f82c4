package org.marsad.benchmarks.density;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.marsad.benchmarks.backlog.TownDay;
import org.marsad.message.StrikeReport;

/**
 * Towns that have had a strike or two a day for 45 days, and then have days of so many.
 *
 * @param towns how many
 * @param days of so many strikes, for each town
 * @param strikes a day, 1 to {@link TownDay#MOST}
 */
record TownLife(int towns, int days, int strikes) {
  private static final int DAYS_BEFORE = 45;
  private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
  private static final long SEED = 2016;

  TownLife ofOneTown() {
    return new TownLife(1, days, strikes);
  }

  /** Hands over the weeks before, so that there is something to compare the days with. */
  void before(Consumer<StrikeReport> reports) {
    var random = new SplittableRandom(SEED);
    for (var town = 0; town < towns; town++) {
      for (var before = DAYS_BEFORE; before > 0; before--) {
        TownDay.of(town, DAY.minusDays(before), 1 + random.nextInt(2), random).forEach(reports);
      }
    }
  }

  /** Reports of the days, one town's after the other's. */
  List<StrikeReport> oneByOne() {
    var random = new SplittableRandom(SEED);
    var reports = new ArrayList<StrikeReport>(towns * days * strikes);
    for (var town = 0; town < towns; town++) {
      for (var day = 0; day < days; day++) {
        reports.addAll(TownDay.of(town, DAY.plusDays(day), strikes, random));
      }
    }
    return reports;
  }

  /** The same reports in the order of their reception, the towns in turn. */
  List<StrikeReport> together() {
    var reports = oneByOne();
    reports.sort(Comparator.comparing(StrikeReport::getReceivedAt));
    return reports;
  }
}
