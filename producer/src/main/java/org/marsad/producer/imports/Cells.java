package org.marsad.producer.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where the values of one row's report stand in its table.
 *
 * @param columnsOf the columns that lead to a field; empty where none does
 * @param valueIn what stands in a column
 */
record Cells(Function<String, List<String>> columnsOf, UnaryOperator<String> valueIn) {
  /** Of a row that stands in no table. */
  static final Cells NONE = new Cells(field -> List.of(), column -> "");

  /**
   * Of a table whose columns are known.
   *
   * @param columns by the field that each leads to
   */
  static Cells of(Table.Row row, Map<String, String> columns) {
    return new Cells(
        field -> columns.containsKey(field) ? List.of(columns.get(field)) : List.of(), row::get);
  }
}
