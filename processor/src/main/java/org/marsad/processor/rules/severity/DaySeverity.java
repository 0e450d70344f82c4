package org.marsad.processor.rules.severity;

import org.marsad.processor.rules.Severity;

/**
 * How grave the heaviest day in days is.
 *
 * @param extremeDays extreme where a record of the whole area reaches back so many days
 * @param extremeKilled and so many were killed (best)
 * @param severeDays severe as the heaviest in so many days by killed or casualties
 */
public record DaySeverity(int extremeDays, int extremeKilled, int severeDays) {
  public DaySeverity {
    if (extremeDays < 1 || extremeKilled < 1 || severeDays < 1) {
      throw new IllegalArgumentException(
          "days: %d, killed: %d, severe days: %d (expected: >= 1)"
              .formatted(extremeDays, extremeKilled, severeDays));
    }
  }

  /**
   * Judges one day.
   *
   * @param areaDays how far the area's longest record reaches back; 0: none
   * @param killed in the area, best
   * @param daysByPeople how far the longest record by killed or casualties reaches back; 0: none
   */
  public Severity judge(int areaDays, int killed, int daysByPeople) {
    if (areaDays >= extremeDays && killed >= extremeKilled) {
      return Severity.EXTREME;
    }
    return daysByPeople >= severeDays ? Severity.SEVERE : Severity.MODERATE;
  }
}
