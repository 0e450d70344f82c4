package org.marsad.processor.rules.heaviest;

import org.marsad.processor.rules.CountRange;

/**
 * A value that was not reached for days.
 *
 * @param series of what
 * @param day local day, as a day of the epoch
 * @param value the day's total or the strike's value
 * @param likelyDays days since the latest earlier day whose best reached this best
 * @param certainDays days since the latest earlier day whose high reached this low
 * @param possibleDays days since the latest earlier day whose low reached this high
 * @param sinceRecordsBegan no earlier day reached it: likelyDays counts from the records' first day
 * @param recordsBegan first day of the records, as a day of the epoch
 * @param unreported strikes of that day without this value
 * @param strikeId the strike, empty for a day's total
 * @param minDays the rule's threshold, days
 * @param floor the rule's floor on the best value
 */
public record RecordFacts(
    Series series,
    long day,
    CountRange value,
    int likelyDays,
    int certainDays,
    int possibleDays,
    boolean sinceRecordsBegan,
    long recordsBegan,
    int unreported,
    String strikeId,
    int minDays,
    int floor) {}
