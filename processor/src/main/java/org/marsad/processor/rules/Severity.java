package org.marsad.processor.rules;

/** How grave something is, the gravest first (CAP 1.2). */
public enum Severity {
  EXTREME,
  SEVERE,
  MODERATE,
  MINOR;

  /** Whether it is graver than another. */
  public boolean isGraverThan(Severity other) {
    return compareTo(other) < 0;
  }
}
