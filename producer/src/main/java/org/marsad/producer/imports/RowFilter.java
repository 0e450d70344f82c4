package org.marsad.producer.imports;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of a table are ours, by the value in a column; values in lower case.
 *
 * @param only column to the values of which a row must have one
 * @param skip column to the values of which it must have none
 */
record RowFilter(Map<String, Set<String>> only, Map<String, Set<String>> skip) {
  /** All rows. */
  static final RowFilter NONE = new RowFilter(Map.of(), Map.of());

  RowFilter {
    only = Map.copyOf(only);
    skip = Map.copyOf(skip);
  }

  Set<String> columns() {
    var columns = new LinkedHashSet<>(only.keySet());
    columns.addAll(skip.keySet());
    return columns;
  }

  /** Why a row is not ours; empty where it is. */
  Optional<String> reasonToSkip(Table.Row row) {
    for (var column : only.entrySet()) {
      var value = row.get(column.getKey());
      if (!column.getValue().contains(Notation.folded(value))) {
        return Optional.of(column.getKey() + ": " + value + " (none of only)");
      }
    }
    for (var column : skip.entrySet()) {
      var value = row.get(column.getKey());
      if (column.getValue().contains(Notation.folded(value))) {
        return Optional.of(column.getKey() + ": " + value + " (one of skip)");
      }
    }
    return Optional.empty();
  }
}
