package org.marsad.producer.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Marks;

/** What intake repaired or doubts in a report, as {@link Marks}. */
final class ReportMarks {
  private ReportMarks() {}

  /**
   * The marks of a report, sorted.
   *
   * @param said the text's own marks
   * @param more what else was found
   */
  static List<String> of(
      List<String> said,
      Set<String> more,
      ResolvedPlace place,
      @Nullable CountRange impacts,
      @Nullable CountRange killed,
      @Nullable CountRange injured) {
    var marks = new TreeSet<>(more);
    said.stream().filter(Marks.SET_BY_THE_READER::contains).forEach(marks::add);
    var pointDoubt = place.pointDoubt();
    if (pointDoubt != null) {
      marks.add(pointDoubt.mark());
    }
    addWhere(isOutOfOrder(impacts), Marks.IMPACTS_OUT_OF_ORDER, marks);
    addWhere(isOutOfOrder(killed), Marks.KILLED_OUT_OF_ORDER, marks);
    addWhere(isOutOfOrder(injured), Marks.INJURED_OUT_OF_ORDER, marks);
    return List.copyOf(marks);
  }

  private static void addWhere(boolean doubtful, String mark, Set<String> marks) {
    if (doubtful) {
      marks.add(mark);
    }
  }

  private static boolean isOutOfOrder(@Nullable CountRange range) {
    if (range == null) {
      return false;
    }
    var high = range.getHigh();
    return range.getLow() > range.getBest() || (high != null && range.getBest() > high);
  }
}
