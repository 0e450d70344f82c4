package org.marsad.schemas.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.checks.Fault.Reason;

final class ReportChecksTest {
  private static final Instant NOON = Instant.parse("2016-10-12T09:00:00Z");

  @Test
  void shouldFindNothingInAReportAtAllItsLimits() {
    assertThat(
            faults(
                report ->
                    report
                        .setReportId("a:" + "x".repeat(100))
                        .setRevision(1_000_000)
                        .setKilled(new CountRange(0, 5, 100_000))
                        .setEvidence(Collections.nCopies(20, "x".repeat(500)))
                        .setNote("x".repeat(1_000))
                        .setPlaceText("x".repeat(300))))
        .isEmpty();
  }

  @Test
  void shouldNameEveryFaultAtOnce() {
    assertThat(
            faults(
                report ->
                    report
                        .setReportId("a:" + "x".repeat(101))
                        .setRevision(1_000_001)
                        .setOccurredUntil(NOON.minusMillis(1))
                        .setLat(91.0)
                        .setLon(0.0)
                        .setImpacts(new CountRange(-1, 2, 3))
                        .setKilled(new CountRange(1, 100_001, 3))
                        .setEvidence(Collections.nCopies(21, "x"))
                        .setNote("x".repeat(1_001))))
        .extracting(Fault::field)
        .containsExactly(
            "localId", "revision", "occurredUntil", "lat", "impacts", "killed", "note", "evidence");
  }

  @Test
  void shouldBelieveALargeCountThatWasConfirmed() {
    var large = new CountRange(1, 100_001, null);
    assertThat(faults(report -> report.setInjured(large)))
        .extracting(Fault::reason)
        .containsExactly(Reason.UNCONFIRMED_COUNT);
    assertThat(faults(report -> report.setInjured(large).setMarks(List.of(Marks.COUNT_CONFIRMED))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE})
  void shouldRefuseARevisionThatNobodyCanGoBeyond(int revision) {
    assertThat(faults(report -> report.setRevision(revision)))
        .extracting(Fault::reason)
        .containsExactly(Reason.IMPLAUSIBLE_REVISION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "a: ", "a:b\nc", "a:b\u200fc", "a:\ud800", "a:\u2029b"})
  void shouldRefuseALocalIdThatCannotBePrintedAndPrintNone(String reportId) {
    assertThat(faults(report -> report.setReportId(reportId)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.reason()).isEqualTo(Reason.UNUSABLE_ID);
              assertThat(fault.message()).doesNotContain("\n", "\u200f", "\ud800", "\u2029");
            });
  }

  @Test
  void shouldRefuseEvidenceThatIsTooLong() {
    assertThat(faults(report -> report.setEvidence(List.of("x", "x".repeat(501)))))
        .extracting(Fault::message)
        .containsExactly("evidence: 501 characters (expected: at most 500)");
  }

  private static List<Fault> faults(Consumer<StrikeReport.Builder> change) {
    MessageCodec.trustMessages();
    var report =
        StrikeReport.newBuilder()
            .setReportId("a:1")
            .setRevision(1)
            .setStatus(ReportStatus.REPORTED)
            .setReality(Reality.ACTUAL)
            .setSource(new Source("a", SourceKind.OBSERVER, "a"))
            .setOccurredFrom(NOON)
            .setOccurredUntil(NOON)
            .setTimePrecision(TimePrecision.MINUTE)
            .setReceivedAt(NOON)
            .setArea("aleppo")
            .setPlaceBasis(PlaceBasis.CODE)
            .setDelivery(DeliveryMeans.UNKNOWN);
    change.accept(report);
    return ReportChecks.faults(report.build(), "aleppo");
  }
}
