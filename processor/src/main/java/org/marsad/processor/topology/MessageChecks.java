package org.marsad.processor.topology;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.checking.Fault;
import org.marsad.processor.rules.checking.ReportChecks;

/** Asks the checks about each field of a message. */
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
    return first(checks);
  }

  /** The first fault of a decision; one about unknown reports waits for them. */
  static Optional<Fault> faultOf(Decision decision, @Nullable String key) {
    var reports = decision.getReportIds();
    var expected = decision.getKind() == DecisionKind.PREFER ? 1 : 2;
    return first(
        Stream.of(
            () -> ReportChecks.area(decision.getArea(), key),
            () ->
                reports.stream().distinct().count() == expected && reports.size() == expected
                    ? Optional.empty()
                    : Optional.of(
                        Fault.in(
                            "reportIds",
                            reports,
                            expected == 1 ? "one" : "two different ones",
                            Fault.Reason.UNUSABLE_DECISION)),
            () -> ReportChecks.text("reason", decision.getReason(), ReportChecks.TEXT_LIMIT)));
  }

  /** The first fault of what a hospital says of itself. */
  static Optional<Fault> faultOf(HospitalStatus status, @Nullable String key) {
    return first(
        Stream.of(
            () -> ReportChecks.area(status.getArea(), key),
            () -> atLeastZero("bedsAvailable", status.getBedsAvailable()),
            () -> atLeastZero("operatingRoomsAvailable", status.getOperatingRoomsAvailable()),
            () ->
                ReportChecks.time(
                    status.getUpdatedAt(), status.getUpdatedAt(), status.getUpdatedAt())));
  }

  /** The first fault of a heartbeat. */
  static Optional<Fault> faultOf(Heartbeat heartbeat, @Nullable String key) {
    return first(
        Stream.of(
            () -> ReportChecks.area(heartbeat.getArea(), key),
            () ->
                heartbeat.getEverySeconds() >= 1
                    ? Optional.empty()
                    : Optional.of(
                        Fault.in(
                            "everySeconds",
                            heartbeat.getEverySeconds(),
                            ">= 1",
                            Fault.Reason.NEGATIVE_COUNT))));
  }

  private static Optional<Fault> first(Stream<Supplier<Optional<Fault>>> checks) {
    return checks.map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Fault> atLeastZero(String field, @Nullable Integer count) {
    return count == null ? Optional.empty() : ReportChecks.count(field, count);
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
