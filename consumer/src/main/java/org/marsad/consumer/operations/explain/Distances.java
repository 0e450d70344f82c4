package org.marsad.consumer.operations.explain;

import java.util.Locale;

/** Distances in words. */
final class Distances {
  private Distances() {}

  /** {@code 340 m}, {@code 8 km}, {@code 2.5 km}. */
  static String of(double metres) {
    if (metres < 1_000) {
      return Math.round(metres) + " m";
    }
    var tenths = Math.round(metres / 100);
    return tenths % 10 == 0
        ? tenths / 10 + " km"
        : String.format(Locale.ROOT, "%d.%d km", tenths / 10, tenths % 10);
  }
}
