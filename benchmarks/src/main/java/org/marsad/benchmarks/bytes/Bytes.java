package org.marsad.benchmarks.bytes;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.backlog.TownDay;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.benchmarks.pipeline.InputRecords;
import org.marsad.benchmarks.pipeline.Pipeline;
import org.marsad.benchmarks.throughput.MapStore;
import org.marsad.message.StrikeReport;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;

/**
 * Bytes that are published for one report on a day of {@value #MANY} strikes in one town, against
 * days of {@value #FEW}. Counted, not timed: the same reports always give the same figures.
 *
 * @param progress is told what was published, a line each
 */
public record Bytes(Consumer<String> progress) {
  private static final int MANY = TownDay.MOST;
  private static final int FEW = 3;

  /** Towns that have a day of few: as many reports as are looked at when the large day ends. */
  private static final int TOWNS = 20;

  private static final int LAST = TOWNS * FEW;
  private static final int DAYS_BEFORE = 45;
  private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
  private static final long SEED = 2016;

  /** Measures a report of the whole day, and one of the end of it, when most is known. */
  public List<Figure> run() {
    var few = new Towns();
    var random = new SplittableRandom(SEED);
    for (var town = 0; town < TOWNS; town++) {
      few.live(number(town), random);
    }
    few.tally.clear();
    for (var town = 0; town < TOWNS; town++) {
      few.report(TownDay.of(number(town), DAY, FEW, random));
    }
    var ofFew = perReport("a day of %,d".formatted(FEW), few.tally, LAST);

    var many = new Towns();
    many.live(0, random);
    var reports = TownDay.of(0, DAY, MANY, random);
    many.tally.clear();
    many.report(reports.subList(0, MANY - LAST));
    var before = many.tally.bytes();
    many.tally.clear();
    many.report(reports.subList(MANY - LAST, MANY));
    var ofLast = perReport("the last %,d of %,d".formatted(LAST, MANY), many.tally, LAST);
    var ofAll = (double) (before + many.tally.bytes()) / MANY;
    return List.of(
        figure("bytes day of " + MANY, ofAll, ofFew), figure("bytes its end", ofLast, ofFew));
  }

  /** Every fifth town lives by the clock of Damascus. */
  private static int number(int town) {
    return town * 5;
  }

  private double perReport(String what, Tally tally, int reports) {
    progress.accept(
        "bytes: a report of %s: %,d B in %.2f messages: %s"
            .formatted(
                what,
                tally.bytes() / reports,
                (double) tally.messages() / reports,
                tally.perReport(reports)));
    return (double) tally.bytes() / reports;
  }

  private static Figure figure(String name, double ours, double baseline) {
    var pair = new Pair(new Run(ours, 0), new Run(baseline, 0), false);
    return Figure.of(name, "bytes/report", Mark.atMost(2), List.of(pair));
  }

  /** Towns over stores in memory. */
  private static final class Towns {
    private final Tally tally = new Tally();
    private final InputRecords records = new InputRecords();
    private final AreaBook book = new AreaBook(new MapStore(), AreaBook.USUAL_LIMIT);
    private final Pipeline pipeline;

    Towns() {
      pipeline = new Pipeline(Rules.DEFAULTS, book, tally);
      BacklogAreas.all().forEach(area -> pipeline.area(records.next(area)));
    }

    /** Weeks with a strike or two a day, so that there is something to compare the day with. */
    void live(int area, SplittableRandom random) {
      for (var before = DAYS_BEFORE; before > 0; before--) {
        report(TownDay.of(area, DAY.minusDays(before), 1 + random.nextInt(2), random));
      }
    }

    void report(List<StrikeReport> reports) {
      reports.forEach(report -> pipeline.report(records.next(report)));
    }
  }
}
