package org.marsad.processor.rules.severity;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.SiteKind;

/**
 * How grave a strike is.
 *
 * @param extremeKilled extreme from so many killed (best)
 * @param extremeCasualties extreme from so many killed and injured together (best)
 * @param severeKilled severe from so many killed
 * @param severeCasualties severe from so many killed and injured together
 * @param severeDays severe as the heaviest in so many days by killed or casualties
 */
public record StrikeSeverity(
    int extremeKilled,
    int extremeCasualties,
    int severeKilled,
    int severeCasualties,
    int severeDays) {
  public StrikeSeverity {
    if (severeKilled < 1 || severeKilled > extremeKilled) {
      throw new IllegalArgumentException(
          "killed: severe %d, extreme %d (expected: 1 <= severe <= extreme)"
              .formatted(severeKilled, extremeKilled));
    }
    if (severeCasualties < 1 || severeCasualties > extremeCasualties) {
      throw new IllegalArgumentException(
          "casualties: severe %d, extreme %d (expected: 1 <= severe <= extreme)"
              .formatted(severeCasualties, extremeCasualties));
    }
    if (severeDays < 1) {
      throw new IllegalArgumentException("days: " + severeDays + " (expected: >= 1)");
    }
  }

  /**
   * What decides.
   *
   * @param killed best, 0 where not reported
   * @param casualties killed and injured, best, 0 where not reported
   * @param uncounted nobody counted yet
   * @param livedIn whether people may live there: not where the map says otherwise
   * @param repeat how certain the repeat is; null: none
   * @param reportedSites the protected kinds that a report says were hit
   * @param daysByPeople how far the longest record by killed or casualties reaches back; 0: none
   * @param unplaced nobody knows where
   * @param certainties of all findings but that nobody counted yet
   */
  public record Facts(
      int killed,
      int casualties,
      boolean uncounted,
      boolean livedIn,
      @Nullable Certainty repeat,
      Collection<SiteKind> reportedSites,
      int daysByPeople,
      boolean unplaced,
      Collection<Certainty> certainties) {}

  /** Judges one strike. */
  public Severity judge(Facts strike) {
    if (strike.killed >= extremeKilled
        || strike.casualties >= extremeCasualties
        || (strike.repeat != null && strike.repeat.isAtLeastLikely())
        || strike.reportedSites.stream().anyMatch(SiteKind::isGravest)) {
      return Severity.EXTREME;
    }
    if (strike.killed >= severeKilled
        || strike.casualties >= severeCasualties
        || !strike.reportedSites.isEmpty()
        || strike.daysByPeople >= severeDays) {
      return Severity.SEVERE;
    }
    return strike.casualties >= 1
            || (strike.uncounted && strike.livedIn)
            || strike.unplaced
            || strike.certainties.stream().anyMatch(Certainty::isAtLeastLikely)
        ? Severity.MODERATE
        : Severity.MINOR;
  }
}
