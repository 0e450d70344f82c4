package org.marsad.producer.report;

import org.marsad.schemas.checks.Fault;

/**
 * One field that cannot be used, and what was expected of it.
 *
 * @param field name in the report's JSON, {@code killed.low} for a nested one
 * @param value what was given, shortened; {@link #ABSENT} where nothing was
 * @param expected what would have been right
 */
public record FieldError(String field, String value, String expected) {
  /** The value of a field that was not given. */
  public static final String ABSENT = "absent";

  private static final int MAX_VALUE = 120;

  public FieldError {
    value = value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "…";
  }

  /** A fault that intake and processor find alike. */
  static FieldError of(Fault fault) {
    return new FieldError(fault.field(), fault.value(), fault.expected());
  }

  /** One line: {@code field: value (expected: …)}. */
  @Override
  public String toString() {
    return field + ": " + value + " (expected: " + expected + ")";
  }
}
