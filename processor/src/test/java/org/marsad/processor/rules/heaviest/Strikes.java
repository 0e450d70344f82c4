package org.marsad.processor.rules.heaviest;

import java.util.List;
import java.util.TreeSet;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.CountRange;

/** Strikes of which only the killed are known, told by one agency that knows the town alone. */
final class Strikes {
  private Strikes() {}

  /** A strike within one day. */
  static Contribution dated(String strikeId, long day, CountRange killed) {
    return strike(strikeId, day, day, true, "agency", killed);
  }

  /** A strike within one day as told by another lineage. */
  static Contribution told(String strikeId, long day, String lineage, CountRange killed) {
    return strike(strikeId, day, day, true, lineage, killed);
  }

  /** A strike of which nobody knows on which of these days it was. */
  static Contribution between(String strikeId, long first, long last, CountRange killed) {
    return strike(strikeId, first, last, false, "agency", killed);
  }

  private static Contribution strike(
      String strikeId, long first, long last, boolean dated, String lineage, CountRange killed) {
    return new Contribution(
        strikeId,
        null,
        lineage,
        first,
        last,
        dated,
        first * 86_400_000L,
        first * 86_400_000L,
        lineage + ":" + strikeId,
        Certainty.LIKELY,
        new TreeSet<>(List.of(lineage)),
        null,
        false,
        killed,
        killed);
  }
}
