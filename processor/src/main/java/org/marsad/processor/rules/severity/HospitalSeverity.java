package org.marsad.processor.rules.severity;

import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Severity;

/**
 * How grave it is what a hospital has to expect.
 *
 * @param extremeArrivals extreme from so many arrivals within 24 hours (best)
 * @param extremeShare or from this share of its capacity
 * @param severeArrivals severe from so many arrivals
 */
public record HospitalSeverity(int extremeArrivals, double extremeShare, int severeArrivals) {
  public HospitalSeverity {
    if (severeArrivals < 1 || severeArrivals > extremeArrivals) {
      throw new IllegalArgumentException(
          "arrivals: severe %d, extreme %d (expected: 1 <= severe <= extreme)"
              .formatted(severeArrivals, extremeArrivals));
    }
    if (!(extremeShare > 0)) {
      throw new IllegalArgumentException("share: " + extremeShare + " (expected: > 0)");
    }
  }

  /**
   * Judges one hospital's day.
   *
   * @param capacity patients that it can receive at once; null where unknown
   */
  public Severity judge(int arrivals, @Nullable Integer capacity) {
    if (arrivals >= extremeArrivals
        || (capacity != null && capacity > 0 && arrivals >= capacity * extremeShare)) {
      return Severity.EXTREME;
    }
    return arrivals >= severeArrivals ? Severity.SEVERE : Severity.MODERATE;
  }
}
