package org.marsad.benchmarks.growth;

import java.util.List;
import java.util.function.Consumer;
import org.marsad.benchmarks.measuring.Figure;
import org.marsad.benchmarks.measuring.Mark;
import org.marsad.benchmarks.measuring.Pair;
import org.marsad.benchmarks.measuring.Run;
import org.marsad.standalone.TemporaryFolder;

/**
 * Bytes of all that is remembered, from the day on which the first of it may be forgotten to the
 * day from which even sums are. The store holds one value for each live key of its changelog, so
 * one count is both.
 *
 * @param progress is told what is going on, a line each
 */
public record Bounded(Consumer<String> progress) {
  private static final int FIRST_DAY = 400;
  private static final int LAST_DAY = 800;
  private static final int BETWEEN_LOOKS = 100;

  /** Counts, with the same reports each time: nothing can make it noisy. */
  public List<Figure> run() throws Exception {
    try (var folder = TemporaryFolder.create("marsad-bench");
        var history = new History(folder.path())) {
      var first = bytes(history, FIRST_DAY);
      var most = first;
      for (var day = FIRST_DAY + BETWEEN_LOOKS; day <= LAST_DAY; day += BETWEEN_LOOKS) {
        most = Math.max(most, bytes(history, day));
      }
      var pair = new Pair(new Run(most, 0), new Run(first, 0), false);
      return List.of(Figure.of("bounded", "bytes", Mark.atMost(1.05), List.of(pair)));
    }
  }

  private long bytes(History history, int day) {
    history.growToDay(day);
    var bytes = history.bytes();
    progress.accept(
        "bounded: day %d, %,d strikes so far: %,d bytes".formatted(day, history.strikes(), bytes));
    return bytes;
  }
}
