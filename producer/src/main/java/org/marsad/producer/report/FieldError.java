package org.marsad.producer.report;

import java.util.List;
import org.marsad.schemas.checks.Fault;

/**
 * One field that cannot be used, and what was expected of it.
 *
 * @param field name in the report's JSON, {@code killed.low} for a nested one
 * @param value what was given, shortened; {@link #ABSENT} where nothing was
 * @param expected what would have been right
 * @param columns of a table in which the value stands; empty where it came from none
 */
public record FieldError(String field, String value, String expected, List<String> columns) {
  /** The value of a field that was not given. */
  public static final String ABSENT = "absent";

  private static final int MAX_VALUE = 120;

  public FieldError {
    value = value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "…";
    columns = List.copyOf(columns);
  }

  /** A fault of a value that came from no table. */
  public FieldError(String field, String value, String expected) {
    this(field, value, expected, List.of());
  }

  /** A fault that intake and processor find alike. */
  public static FieldError of(Fault fault) {
    return new FieldError(fault.field(), fault.value(), fault.expected());
  }

  /** One line: {@code field: value (expected: …)}, {@code field, column time: value (…)}. */
  @Override
  public String toString() {
    return field + where() + ": " + value + " (expected: " + expected + ")";
  }

  /** Nothing where the column is called like the field. */
  private String where() {
    return columns.isEmpty() || columns.equals(List.of(field))
        ? ""
        : (columns.size() == 1 ? ", column " : ", columns ") + String.join(", ", columns);
  }
}
