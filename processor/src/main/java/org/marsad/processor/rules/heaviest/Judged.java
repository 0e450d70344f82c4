package org.marsad.processor.rules.heaviest;

import java.util.List;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Scale;

/**
 * The verdict on one subject: a strike, or the area's day.
 *
 * @param scale which of the two
 * @param strikeId the strike, empty for a day
 * @param day local day on which the strike counts, as a day of the epoch
 * @param records what it is the heaviest by: the area's first, then by killed, casualties and
 *     impacts, then the longest; at most {@link #MOST_RECORDS}. Empty: it is the heaviest by
 *     nothing
 * @param recordsInAll number of records, also of those that were cut
 * @param certain whether one of all its records is certain for as many days as the rule asks for
 * @param longestDays the most likelyDays of all its records
 * @param longestAreaDays the most likelyDays of those of the area
 * @param longestPeopleDays the most likelyDays of those by killed or casualties
 */
public record Judged(
    Scale scale,
    String strikeId,
    long day,
    List<RecordFacts> records,
    int recordsInAll,
    boolean certain,
    int longestDays,
    int longestAreaDays,
    int longestPeopleDays) {
  /** So many records a message holds. */
  public static final int MOST_RECORDS = 12;

  public Judged {
    records = List.copyOf(records);
  }

  /**
   * How certain the finding is.
   *
   * @param subject how certain the strike is, or the day's strikes together
   */
  public Certainty certainty(Certainty subject) {
    return certain ? subject : subject.and(Certainty.LIKELY);
  }
}
