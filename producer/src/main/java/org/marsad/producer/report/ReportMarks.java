package org.marsad.producer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.producer.places.ResolvedPlace;
import org.marsad.schemas.Marks;

/** What intake doubts in a report, as {@link Marks}. The report itself stays as said. */
final class ReportMarks {
  private ReportMarks() {}

  /** The marks of a report, sorted. */
  static List<String> of(
      ResolvedPlace place,
      @Nullable CountRange impacts,
      @Nullable CountRange killed,
      @Nullable CountRange injured) {
    var marks = new ArrayList<String>();
    addWhere(place.pointOutsidePlace(), Marks.POINT_OUTSIDE_PLACE, marks);
    addWhere(isOutOfOrder(impacts), Marks.IMPACTS_OUT_OF_ORDER, marks);
    addWhere(isOutOfOrder(killed), Marks.KILLED_OUT_OF_ORDER, marks);
    addWhere(isOutOfOrder(injured), Marks.INJURED_OUT_OF_ORDER, marks);
    Collections.sort(marks);
    return marks;
  }

  /** With those that only whoever read the original could set, sorted, each once. */
  static List<String> with(List<String> marks, List<String> said) {
    return Stream.concat(marks.stream(), said.stream().filter(Marks.SET_BY_THE_READER::contains))
        .distinct()
        .sorted()
        .toList();
  }

  private static void addWhere(boolean doubtful, String mark, List<String> marks) {
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
