package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;

/**
 * One strike among those of a day: what it is compared by.
 *
 * @param position in the order of the day's strikes
 * @param strikeId the strike
 * @param newestReceivedAt when the newest of its reports was taken in, milliseconds since the epoch
 * @param kind how it lies in its day
 * @param values by measure. Nobody's count is 0 to any number; that of a longer strike is 0 to its
 *     high on each day
 * @param reaches by measure: the best, or that of a longer strike spread evenly over its days
 */
@SuppressWarnings("EnumOrdinal") // dense lists by measure; the stored form counts by position
record Entry(
    Position position,
    String strikeId,
    long newestReceivedAt,
    Kind kind,
    List<CountRange> values,
    List<Integer> reaches) {
  /** How a strike lies in its day. */
  enum Kind {
    /** Known at least to the hour. */
    TIMED,
    /** It counts on the day, and nobody knows at what hour. */
    UNTIMED,
    /** It touches more days than this one, and counts on none. */
    LONG;

    private static final Kind[] ALL = values();
  }

  private static final Measure[] MEASURES = Measure.values();
  private static final CountRange UNREPORTED = new CountRange(0, 0, CountRange.OPEN);

  Entry {
    values = List.copyOf(values);
    reaches = List.copyOf(reaches);
  }

  static Entry of(Contribution strike) {
    var values = new ArrayList<CountRange>();
    var reaches = new ArrayList<Integer>();
    for (var measure : MEASURES) {
      var value = strike.of(Counted.of(measure));
      var known = value == null ? UNREPORTED : value;
      values.add(strike.dated() ? known : new CountRange(0, 0, known.high()));
      reaches.add(strike.dated() ? known.best() : (int) (known.best() / strike.days()));
    }
    return new Entry(
        new Position(strike.from(), strike.firstReport()),
        strike.strikeId(),
        strike.newestReceivedAt().toEpochMilli(),
        kind(strike),
        values,
        reaches);
  }

  private static Kind kind(Contribution strike) {
    if (!strike.dated()) {
      return Kind.LONG;
    }
    return strike.untimed() ? Kind.UNTIMED : Kind.TIMED;
  }

  CountRange value(Measure measure) {
    return values.get(measure.ordinal());
  }

  int reach(Measure measure) {
    return reaches.get(measure.ordinal());
  }

  /** Where the strikes known to the hour begin that any of these can concern. */
  static Position earliestConcerned(List<Entry> strikes) {
    return strikes.stream()
        .map(strike -> strike.kind == Kind.TIMED ? startOf(strike) : Position.FIRST)
        .min(Comparator.naturalOrder())
        .orElse(Position.LAST);
  }

  private static Position startOf(Entry strike) {
    return Position.startOf(strike.position.from());
  }

  /** Whether another strike of the day can be less of a record because of this one. */
  boolean canConcern(Entry other) {
    if (!canPrecede(other)) {
      return false;
    }
    for (var measure : MEASURES) {
      if (value(measure).best() >= other.value(measure).best()
          || value(measure).high() >= other.value(measure).low()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this strike can count as earlier on their day than the other. What is known less finely
   * than the hour is the last for the likely days, and the first for the certain ones.
   */
  private boolean canPrecede(Entry other) {
    return switch (kind) {
      case LONG -> true;
      case UNTIMED -> other.kind == Kind.TIMED || position.from() <= other.position.from();
      case TIMED -> other.kind == Kind.UNTIMED || position.from() <= other.position.from();
    };
  }

  /** Whether no comparison tells the two apart. */
  boolean isComparedLike(Entry other) {
    return position.equals(other.position)
        && kind == other.kind
        && values.equals(other.values)
        && reaches.equals(other.reaches);
  }

  void write(CompactWriter out) {
    out.signed(position.from()).text(position.firstReport()).text(strikeId);
    out.signed(newestReceivedAt).number(kind.ordinal());
    for (var m = 0; m < MEASURES.length; m++) {
      out.range(values.get(m)).number(reaches.get(m));
    }
  }

  static Entry read(CompactReader in) {
    var position = new Position(in.signed(), in.text());
    var strikeId = in.text();
    var newestReceivedAt = in.signed();
    var kind = Kind.ALL[in.count()];
    var values = new ArrayList<CountRange>();
    var reaches = new ArrayList<Integer>();
    for (var m = 0; m < MEASURES.length; m++) {
      var value = in.range();
      values.add(value == null ? UNREPORTED : value);
      reaches.add(in.count());
    }
    return new Entry(position, strikeId, newestReceivedAt, kind, values, reaches);
  }
}
