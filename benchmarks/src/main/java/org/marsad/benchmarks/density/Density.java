package org.marsad.benchmarks.density;

import java.util.List;
import java.util.function.Consumer;
import org.marsad.benchmarks.backlog.BacklogAreas;
import org.marsad.benchmarks.backlog.TownDay;
import org.marsad.benchmarks.backlog.TownSites;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Interleaved;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.message.AreaProfile;

/**
 * CPU time a report on days of many strikes, against days of 3: one town at a time, whose state the
 * book holds; and many towns in turn, with a book of a tenth of their state.
 *
 * @param towns in turn; up to 40 of them one at a time
 * @param many strikes on a day, up to {@link TownDay#MOST}
 * @param pairs that are kept
 * @param progress is told what is going on, a line each
 */
public record Density(int towns, int many, int pairs, Consumer<String> progress) {
  private static final int FEW = 3;
  private static final int DAYS_OF_FEW = 60;
  private static final int MOST_ONE_BY_ONE = 40;
  private static final String UNIT = "µs/report";

  /** 200 towns and days of 640 strikes. */
  public static Density usual(int pairs, Consumer<String> progress) {
    return new Density(BacklogAreas.COUNT, TownDay.MOST, pairs, progress);
  }

  /** Measures; what hospitals add is told to {@code progress} alone. */
  public List<Figure> run() throws Exception {
    var bare = BacklogAreas.all();
    var sites = TownSites.in(bare);
    var figures = List.of(compare(oneByOne("one town", bare)), compare(together("", bare)));
    tell(oneByOne("one town, with hospitals", sites));
    tell(together(", with hospitals", sites));
    return figures;
  }

  private Days oneByOne(String what, List<AreaProfile> areas) {
    return new Days("density " + what, Math.min(towns, MOST_ONE_BY_ONE), false, areas);
  }

  private Days together(String what, List<AreaProfile> areas) {
    return new Days("density %,d towns%s".formatted(towns, what), towns, true, areas);
  }

  private Figure compare(Days days) throws Exception {
    var kept =
        Interleaved.run(
            pairs,
            pair -> days.run(1, many),
            pair -> days.run(DAYS_OF_FEW, FEW),
            (number, pair) -> progress.accept(pair.told(days.name(), number, pairs, UNIT)));
    return Figure.of(days.name(), UNIT, Mark.atMost(2), kept);
  }

  /** One pair after those of the same code, which needs no warming up. */
  private void tell(Days days) throws Exception {
    var pair =
        Interleaved.pair(1, number -> days.run(1, many), number -> days.run(DAYS_OF_FEW, FEW));
    progress.accept(pair.told(days.name(), 1, 1, UNIT) + " (no mark)");
  }
}
