package org.marsad.processor.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Marks;

/** What intake, or merging, repaired or doubts in the reports of a strike, as codes. */
final class StrikeMarks {
  private StrikeMarks() {}

  /**
   * The marks of its reports, sorted; of a doubtful point only where the strike has that place.
   *
   * @param pointOutsidePlace whether the point of the strike's place lies outside it
   */
  static List<String> of(Collection<StrikeReport> reports, boolean pointOutsidePlace) {
    var marks = new TreeSet<String>();
    for (var report : reports) {
      marks.addAll(report.getMarks());
      addIfOutOfOrder(Marks.IMPACTS_OUT_OF_ORDER, report.getImpacts(), marks);
      addIfOutOfOrder(Marks.KILLED_OUT_OF_ORDER, report.getKilled(), marks);
      addIfOutOfOrder(Marks.INJURED_OUT_OF_ORDER, report.getInjured(), marks);
    }
    marks.remove(Marks.POINT_OUTSIDE_PLACE);
    if (pointOutsidePlace) {
      marks.add(Marks.POINT_OUTSIDE_PLACE);
    }
    return List.copyOf(marks);
  }

  private static void addIfOutOfOrder(String mark, @Nullable CountRange range, Set<String> marks) {
    if (range != null
        && (range.getLow() > range.getBest()
            || (range.getHigh() != null && range.getBest() > range.getHigh()))) {
      marks.add(mark);
    }
  }
}
