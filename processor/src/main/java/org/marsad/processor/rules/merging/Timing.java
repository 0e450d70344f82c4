package org.marsad.processor.rules.merging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Report;
import org.marsad.processor.rules.TimePrecision;

/**
 * What the reports of one strike say of time beside its merged time.
 *
 * @param newestReceivedAt when the newest of them was taken in
 * @param latestEnd the latest end that one of them states which knows the time to the hour, at most
 *     {@link #LATEST_END} after the merged end; null where none does
 * @param firstStated the earliest start that one of them knows to the minute; null where none does
 * @param statedApart from that to the latest such start; null where fewer than two reports know one
 */
public record Timing(
    Instant newestReceivedAt,
    @Nullable Instant latestEnd,
    @Nullable Instant firstStated,
    @Nullable Duration statedApart) {

  /**
   * No end that is stated later after the merged end counts: merging by itself joins no reports so
   * far apart, only a person does, of whom one erred.
   */
  public static final Duration LATEST_END = Duration.ofHours(5);

  /**
   * Of one strike's reports, one or more.
   *
   * @param end the merged end
   */
  public static Timing of(Collection<Report> reports, Instant end) {
    var stated =
        reports.stream()
            .filter(report -> report.time().precision().isAtLeastAsFineAs(TimePrecision.MINUTE))
            .map(report -> report.time().from())
            .sorted()
            .toList();
    return new Timing(
        reports.stream().map(Report::receivedAt).max(Comparator.naturalOrder()).orElseThrow(),
        reports.stream()
            .filter(report -> report.time().isFine())
            .map(report -> report.time().until())
            .filter(until -> !until.isAfter(end.plus(LATEST_END)))
            .max(Comparator.naturalOrder())
            .orElse(null),
        stated.isEmpty() ? null : stated.get(0),
        stated.size() < 2 ? null : Duration.between(stated.get(0), stated.get(stated.size() - 1)));
  }
}
