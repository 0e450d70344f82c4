package org.marsad.producer.areas;

/** Degrees as they are written: five decimals, about a metre. */
final class Degrees {
  private Degrees() {}

  static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
