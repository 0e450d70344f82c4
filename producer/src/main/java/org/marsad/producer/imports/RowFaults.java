package org.marsad.producer.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.producer.report.FieldError;

/** What was wrong with one row: faults refuse it, doubts only leave a value out. */
final class RowFaults {
  private final Cells cells;
  private final List<FieldError> refusing = new ArrayList<>();
  private final List<FieldError> leftOut = new ArrayList<>();
  private final SortedSet<String> marks = new TreeSet<>();

  /** Of a row that stands in no table. */
  RowFaults() {
    this(Cells.NONE);
  }

  /**
   * Of a row.
   *
   * @param cells where its values stand in the table
   */
  RowFaults(Cells cells) {
    this.cells = cells;
  }

  /** The row cannot be a report. */
  void refuse(String field, String value, String expected) {
    refusing.add(new FieldError(field, value, expected, columns(field)));
  }

  /** A fault of what was made of the row, with the value as it stands in the table. */
  FieldError asInTheTable(FieldError fault) {
    var columns = columns(fault.field());
    var text = columns.stream().map(cells.valueIn()).collect(Collectors.joining(" "));
    return new FieldError(
        fault.field(), text.isBlank() ? fault.value() : text, fault.expected(), columns);
  }

  /**
   * The report stands without the value.
   *
   * @param mark one of {@link org.marsad.schemas.Marks#SET_BY_THE_READER}
   */
  void leaveOut(String mark, String field, String value, String expected) {
    leftOut.add(new FieldError(field, value, expected, columns(field)));
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

  /** Those that hold something; all of them where none does. */
  private List<String> columns(String field) {
    var all = cells.columnsOf().apply(field);
    var filled = all.stream().filter(column -> !cells.valueIn().apply(column).isEmpty()).toList();
    return filled.isEmpty() ? all : filled;
  }
}
