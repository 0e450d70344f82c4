package org.marsad.producer.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.marsad.producer.report.FieldError;

/** What was wrong with one row: faults refuse it, doubts only leave a value out. */
final class RowFaults {
  private final List<FieldError> refusing = new ArrayList<>();
  private final List<FieldError> leftOut = new ArrayList<>();
  private final SortedSet<String> marks = new TreeSet<>();

  /** The row cannot be a report. */
  void refuse(String field, String value, String expected) {
    refusing.add(new FieldError(field, value, expected));
  }

  /**
   * The report stands without the value.
   *
   * @param mark one of {@link org.marsad.schemas.Marks#SET_BY_THE_READER}
   */
  void leaveOut(String mark, String field, String value, String expected) {
    leftOut.add(new FieldError(field, value, expected));
    marks.add(mark);
  }

  List<FieldError> refusing() {
    return refusing;
  }

  List<FieldError> leftOut() {
    return leftOut;
  }

  SortedSet<String> marks() {
    return marks;
  }
}
