package org.marsad.processor.rules.heaviest;

import java.util.Arrays;

/**
 * What one day of a scope, or the maximum over many days, comes to. Zero where there is nothing.
 */
@SuppressWarnings("EnumOrdinal") // columns of a dense table; their order is the stored order
final class Row {
  /** What is kept of a series. For strikes each is the highest of the day, not of one strike. */
  enum Bound {
    LOW,
    BEST,
    /** The best, or that of a longer strike spread evenly over its days, if that is more. */
    REACH,
    HIGH
  }

  /** 1 where any strike counts on the day or touches it for longer. */
  static final int PRESENT = Series.values().length * Bound.values().length;

  /** 1 where the day is a record, or one of its strikes is; for the area alone. */
  static final int RECORDS = PRESENT + 1;

  /** 1 where anything is kept of the day; for the area alone. */
  static final int KEPT = RECORDS + 1;

  static final int WIDTH = KEPT + 1;

  private final int[] values = new int[WIDTH];

  static int column(Series series, Bound bound) {
    return series.ordinal() * Bound.values().length + bound.ordinal();
  }

  int get(int column) {
    return values[column];
  }

  int get(Series series, Bound bound) {
    return values[column(series, bound)];
  }

  void set(int column, int value) {
    values[column] = value;
  }

  void set(Series series, Bound bound, int value) {
    values[column(series, bound)] = value;
  }

  boolean isEmpty() {
    for (var value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  Row copy() {
    var copy = new Row();
    System.arraycopy(values, 0, copy.values, 0, WIDTH);
    return copy;
  }

  /** Raises each value to the other's where that is higher. */
  void raiseTo(Row other) {
    for (var i = 0; i < WIDTH; i++) {
      values[i] = Math.max(values[i], other.values[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
