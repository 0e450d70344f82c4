package org.marsad.processor.topology;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.checking.Fault;
import org.marsad.processor.rules.checking.ReportChecks;

/** Asks the checks about each field of a report message. */
final class MessageChecks {
  private MessageChecks() {}

  /** The first fault of the message, empty where it can be used. */
  static Optional<Fault> faultOf(StrikeReport report, @Nullable String key) {
    Stream<Supplier<Optional<Fault>>> checks =
        Stream.of(
            () -> ReportChecks.area(report.getArea(), key),
            () ->
                ReportChecks.time(
                    report.getOccurredFrom(), report.getOccurredUntil(), report.getReceivedAt()),
            () ->
                ReportChecks.coordinates(
                    report.getLat(), report.getLon(), report.getRadiusMetres()),
            () -> count("impacts", report.getImpacts()),
            () -> count("killed", report.getKilled()),
            () -> count("injured", report.getInjured()),
            () -> ReportChecks.text("reportId", report.getReportId(), ReportChecks.TEXT_LIMIT),
            () -> ReportChecks.text("placeText", report.getPlaceText(), ReportChecks.TEXT_LIMIT),
            () ->
                ReportChecks.text("attribution", report.getAttribution(), ReportChecks.TEXT_LIMIT),
            () -> ReportChecks.text("note", report.getNote(), ReportChecks.NOTE_LIMIT));
    return checks.map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Fault> count(String field, @Nullable CountRange range) {
    if (range == null) {
      return Optional.empty();
    }
    var high = range.getHigh();
    var least = Math.min(range.getLow(), range.getBest());
    return ReportChecks.count(field, high == null ? least : Math.min(least, high));
  }
}
