package org.marsad.benchmarks.density;

import java.time.LocalDate;
import java.util.ArrayList;
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
  private static final int STAGES = 8;
  private static final int IN_TURN = 5;
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

  /**
   * Reports that are worked in without a break.
   *
   * @param measured whether they count
   */
  record Stretch(boolean measured, List<StrikeReport> reports) {}

  /** The days, one town's after the other's. */
  List<Stretch> oneByOne() {
    return List.of(new Stretch(true, byTown().stream().flatMap(List::stream).toList()));
  }

  /**
   * The days in {@value #STAGES} stages: most of a stage is worked in town by town, and its last
   * {@value #IN_TURN} reports of each town, which count, the towns in turn. All of it in turn would
   * give the same, hours later.
   */
  List<Stretch> inTurn() {
    var byTown = byTown();
    var ofTown = days * strikes;
    var stretches = new ArrayList<Stretch>();
    for (var stage = 0; stage < STAGES; stage++) {
      var end = ofTown * (stage + 1) / STAGES;
      var turns = Math.max(ofTown * stage / STAGES, end - IN_TURN);
      for (var reports : byTown) {
        stretches.add(new Stretch(false, reports.subList(ofTown * stage / STAGES, turns)));
      }
      var inTurn = new ArrayList<StrikeReport>();
      for (var turn = turns; turn < end; turn++) {
        for (var reports : byTown) {
          inTurn.add(reports.get(turn));
        }
      }
      stretches.add(new Stretch(true, inTurn));
    }
    return stretches;
  }

  private List<List<StrikeReport>> byTown() {
    var random = new SplittableRandom(SEED);
    var byTown = new ArrayList<List<StrikeReport>>();
    for (var town = 0; town < towns; town++) {
      var reports = new ArrayList<StrikeReport>();
      for (var day = 0; day < days; day++) {
        reports.addAll(TownDay.of(town, DAY.plusDays(day), strikes, random));
      }
      byTown.add(reports);
    }
    return byTown;
  }
}
