package org.marsad.processor.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;

/**
 * What the reports of one strike say about its time, each by itself.
 *
 * @param latestEnd of those that know it to the hour, none of them more than five hours after the
 *     merged end; null where none does
 * @param earliestMinute earliest start of those that know it to the minute; null where none does
 * @param apart from there to the latest such start; null where fewer than two reports know it
 */
record StatedTimes(
    @Nullable Instant latestEnd, @Nullable Instant earliestMinute, @Nullable Duration apart) {

  static StatedTimes of(List<StrikeReport> reports, Instant mergedEnd) {
    var latestEnd =
        reports.stream()
            .filter(
                r ->
                    OneStrike.isFineTime(
                        r.getTimePrecision(), r.getOccurredFrom(), r.getOccurredUntil()))
            .map(StrikeReport::getOccurredUntil)
            .filter(end -> Duration.between(mergedEnd, end).compareTo(Duration.ofHours(5)) <= 0)
            .max(Comparator.naturalOrder())
            .orElse(null);
    var starts =
        reports.stream()
            .filter(r -> r.getTimePrecision().compareTo(TimePrecision.MINUTE) <= 0)
            .map(StrikeReport::getOccurredFrom)
            .sorted()
            .toList();
    return new StatedTimes(
        latestEnd,
        starts.isEmpty() ? null : starts.get(0),
        starts.size() < 2 ? null : Duration.between(starts.get(0), starts.get(starts.size() - 1)));
  }
}
