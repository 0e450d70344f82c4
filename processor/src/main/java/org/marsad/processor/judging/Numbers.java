package org.marsad.processor.judging;

import org.marsad.message.ReasonNumber;

/** The numbers that a reason rests on. */
final class Numbers {
  private Numbers() {}

  static ReasonNumber of(String name, long value) {
    return new ReasonNumber(name, (double) value);
  }

  static ReasonNumber of(String name, double value) {
    return new ReasonNumber(name, value);
  }

  /** To the decimetre: finer than anybody knows, and the same on every machine. */
  static double metres(double metres) {
    return Math.rint(metres * 10) / 10;
  }
}
