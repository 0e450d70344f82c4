package org.marsad.processor.rules.heaviest;

/** What one source says of one day: sums over the strikes that it reported. */
@SuppressWarnings("EnumOrdinal") // a dense table; the stored form counts by position
final class SourceSums {
  private static final Counted[] COUNTED = Counted.values();

  private int strikes;
  private final long[] bests = new long[COUNTED.length];
  private final long[] coarseLows = new long[COUNTED.length];

  /** Adds a strike that counts on the day, or takes it away again. */
  void add(Contribution strike, int sign) {
    strikes += sign;
    for (var counted : COUNTED) {
      var value = strike.of(counted);
      if (value != null) {
        bests[counted.ordinal()] += (long) sign * value.best();
        coarseLows[counted.ordinal()] += strike.fine() ? 0 : (long) sign * value.low();
      }
    }
  }

  boolean isEmpty() {
    return strikes == 0;
  }

  /** The bests of all its strikes. */
  long best(Counted counted) {
    return bests[counted.ordinal()];
  }

  /** The lows of its coarsely placed strikes: a day's toll may include the others. */
  long coarseLow(Counted counted) {
    return coarseLows[counted.ordinal()];
  }

  void write(CompactWriter out) {
    out.number(strikes);
    for (var i = 0; i < COUNTED.length; i++) {
      out.number(bests[i]).number(coarseLows[i]);
    }
  }

  static SourceSums read(CompactReader in) {
    var sums = new SourceSums();
    sums.strikes = in.count();
    for (var i = 0; i < COUNTED.length; i++) {
      sums.bests[i] = in.number();
      sums.coarseLows[i] = in.number();
    }
    return sums;
  }
}
