package org.marsad.processor.rules.severity;

import org.marsad.processor.rules.Severity;

/**
 * How grave a wave is.
 *
 * @param severeStrikes severe from so many strikes (best)
 * @param severeResidential or from so many residential ones
 */
public record WaveSeverity(int severeStrikes, int severeResidential) {
  public WaveSeverity {
    if (severeStrikes < 1 || severeResidential < 1) {
      throw new IllegalArgumentException(
          "strikes: %d, residential: %d (expected: >= 1)"
              .formatted(severeStrikes, severeResidential));
    }
  }

  /** Judges one wave. */
  public Severity judge(int strikes, int residential) {
    return strikes >= severeStrikes || residential >= severeResidential
        ? Severity.SEVERE
        : Severity.MODERATE;
  }
}
