package org.marsad.processor.rules.heaviest;

import org.marsad.processor.rules.heaviest.Row.Bound;

/** Which bound of a day or strike looks back for which bound of earlier ones. */
enum Look {
  LIKELY(Bound.BEST, Bound.REACH),
  CERTAIN(Bound.LOW, Bound.HIGH),
  POSSIBLE(Bound.HIGH, Bound.LOW);

  private final Bound from;
  private final Bound to;

  Look(Bound from, Bound to) {
    this.from = from;
    this.to = to;
  }

  Bound from() {
    return from;
  }

  Bound to() {
    return to;
  }
}
