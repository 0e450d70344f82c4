package org.marsad.processor.rules.heaviest;

/**
 * A place in the order of a day's strikes.
 *
 * @param from start of a strike, milliseconds since the epoch
 * @param firstReport the smallest id of its reports
 */
record Position(long from, String firstReport) implements Comparable<Position> {
  static final Position FIRST = new Position(Long.MIN_VALUE, "");
  static final Position LAST = new Position(Long.MAX_VALUE, "");

  /** Before all strikes that start then. */
  static Position startOf(long from) {
    return new Position(from, "");
  }

  /** After all strikes that start then. */
  static Position endOf(long from) {
    return new Position(from + 1, "");
  }

  /** Right after this one. */
  Position next() {
    return new Position(from, firstReport + '\0');
  }

  boolean isBefore(Position other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Position other) {
    return from == other.from
        ? firstReport.compareTo(other.firstReport)
        : Long.compare(from, other.from);
  }
}
