package org.marsad.processor.rules.heaviest;

import java.util.Arrays;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.heaviest.Row.Bound;

/** The highest bounds of some strikes, by kind and measure; {@link #NONE} where there is none. */
@SuppressWarnings("EnumOrdinal") // a dense table
final class Maxima {
  static final int NONE = -1;

  private static final int KINDS = Entry.Kind.values().length;
  private static final int BOUNDS = Bound.values().length;
  private static final int OF_KIND = Measure.values().length * BOUNDS;

  private final int[] values = new int[KINDS * OF_KIND];

  Maxima() {
    Arrays.fill(values, NONE);
  }

  int get(Entry.Kind kind, Measure measure, Bound bound) {
    return values[at(kind, measure, bound)];
  }

  void raiseTo(Entry entry) {
    for (var measure : Measure.values()) {
      for (var bound : Bound.values()) {
        raise(at(entry.kind(), measure, bound), of(entry, measure, bound));
      }
    }
  }

  /** One bound of one strike. */
  static int of(Entry entry, Measure measure, Bound bound) {
    var value = entry.value(measure);
    return switch (bound) {
      case LOW -> value.low();
      case BEST -> value.best();
      case REACH -> entry.reach(measure);
      case HIGH -> value.high();
    };
  }

  void write(CompactWriter out) {
    for (var kind = 0; kind < KINDS; kind++) {
      var present = values[kind * OF_KIND] != NONE;
      out.flag(present);
      for (var i = 0; present && i < OF_KIND; i++) {
        out.bound(values[kind * OF_KIND + i]);
      }
    }
  }

  static Maxima read(CompactReader in) {
    var maxima = new Maxima();
    for (var kind = 0; kind < KINDS; kind++) {
      if (in.flag()) {
        for (var i = 0; i < OF_KIND; i++) {
          maxima.values[kind * OF_KIND + i] = in.bound();
        }
      }
    }
    return maxima;
  }

  private void raise(int at, int value) {
    values[at] = Math.max(values[at], value);
  }

  private static int at(Entry.Kind kind, Measure measure, Bound bound) {
    return kind.ordinal() * OF_KIND + measure.ordinal() * BOUNDS + bound.ordinal();
  }
}
