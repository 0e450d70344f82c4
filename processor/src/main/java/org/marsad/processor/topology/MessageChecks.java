package org.marsad.processor.topology;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.checks.Fault;
import org.marsad.schemas.checks.FieldChecks;
import org.marsad.schemas.checks.ReportChecks;

/** Asks the checks about each message that the processor reads. */
final class MessageChecks {
  private static final Set<DecisionKind> ABOUT_ONE =
      EnumSet.of(DecisionKind.PREFER, DecisionKind.PLACE);

  private MessageChecks() {}

  /** The first fault of the message, empty where it can be used. */
  static Optional<Fault> faultOf(StrikeReport report, @Nullable String key) {
    return ReportChecks.faults(report, key).stream().findFirst();
  }

  /** The first fault of a decision; one about unknown reports waits for them. */
  static Optional<Fault> faultOf(Decision decision, @Nullable String key) {
    var reports = decision.getReportIds();
    var expected = ABOUT_ONE.contains(decision.getKind()) ? 1 : 2;
    return first(
        Stream.of(
            () -> FieldChecks.area(decision.getArea(), key),
            () ->
                reports.stream().distinct().count() == expected && reports.size() == expected
                    ? Optional.empty()
                    : Optional.of(
                        Fault.in(
                            "reportIds",
                            reports,
                            expected == 1 ? "one" : "two different ones",
                            Fault.Reason.UNUSABLE_DECISION)),
            () -> FieldChecks.text("reason", decision.getReason(), ReportChecks.TEXT_LIMIT)));
  }

  /** The first fault of what a hospital says of itself. */
  static Optional<Fault> faultOf(HospitalStatus status, @Nullable String key) {
    return first(
        Stream.of(
            () -> FieldChecks.area(status.getArea(), key),
            () -> atLeastZero("bedsAvailable", status.getBedsAvailable()),
            () -> atLeastZero("operatingRoomsAvailable", status.getOperatingRoomsAvailable()),
            () ->
                FieldChecks.time(
                    status.getUpdatedAt(), status.getUpdatedAt(), status.getUpdatedAt())));
  }

  /** The first fault of a heartbeat. */
  static Optional<Fault> faultOf(Heartbeat heartbeat, @Nullable String key) {
    return first(
        Stream.of(
            () -> FieldChecks.area(heartbeat.getArea(), key),
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
    return count == null ? Optional.empty() : FieldChecks.count(field, count);
  }
}
