package org.marsad.producer.imports;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * How a table writes dates and times.
 *
 * @param zone of local times that come without one
 * @param dateFormats of a date, or of a date with a time; the first that fits counts
 * @param timeFormats of a time in a column of its own
 * @param unknownTimes times that stand for "not known": the day alone counts then
 */
record TimeNotation(
    ZoneId zone,
    List<DateTimeFormatter> dateFormats,
    List<DateTimeFormatter> timeFormats,
    Set<String> unknownTimes) {
  TimeNotation {
    dateFormats = List.copyOf(dateFormats);
    timeFormats = List.copyOf(timeFormats);
    unknownTimes = Set.copyOf(unknownTimes);
  }
}
