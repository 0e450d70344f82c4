package org.marsad.processor.rules.heaviest;

import java.util.Arrays;
import org.marsad.processor.rules.CountRange;

/**
 * What one day, or the maximum over many days, comes to: low, best and high of each series, and
 * whether records reach back that far. Zero where there is nothing.
 */
@SuppressWarnings("EnumOrdinal") // columns of a dense table; their order is the stored order
final class Row {
  /** A bound of a range. */
  enum Bound {
    LOW,
    BEST,
    HIGH
  }

  /**
   * How early a strike ended on that day: {@link RecordTree#DAYS} less the day, 0 where none did.
   * So the maximum of any days tells the first of them.
   */
  static final int WATCHED = Series.values().length * Bound.values().length;

  static final int WIDTH = WATCHED + 1;

  private final int[] values = new int[WIDTH];

  static int column(Series series, Bound bound) {
    return series.ordinal() * Bound.values().length + bound.ordinal();
  }

  int get(int column) {
    return values[column];
  }

  void set(int column, int value) {
    values[column] = value;
  }

  void set(Series series, CountRange value) {
    values[column(series, Bound.LOW)] = value.low();
    values[column(series, Bound.BEST)] = value.best();
    values[column(series, Bound.HIGH)] = value.high();
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
