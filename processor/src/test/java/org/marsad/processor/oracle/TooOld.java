package org.marsad.processor.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;

/**
 * Which reports are dated more than 400 days before the newest day that the area's reports told of
 * by then: those are set aside, and end what was known of them.
 */
final class TooOld {
  private static final int DAYS = 400;

  /** Longer than this, nobody remembers a report. */
  private static final int REMEMBERED_DAYS = 402;

  private final World world;
  private final Map<Reality, LocalDate> newest = new EnumMap<>(Reality.class);
  private final Map<String, StrikeReport> known = new HashMap<>();
  private final ArrayList<SpecificRecord> heeded = new ArrayList<>();
  private int setAside;

  private TooOld(World world) {
    this.world = world;
  }

  /** What is left of the world, and how many were set aside. */
  record Left(World world, int setAside) {}

  static Left without(World world) {
    var left = new TooOld(world);
    world.said().forEach(left::hear);
    return new Left(new World(world.area(), world.profile(), left.heeded), left.setAside);
  }

  private void hear(SpecificRecord message) {
    if (!(message instanceof StrikeReport report) || !Checking.isUsable(report)) {
      heeded.add(message);
      return;
    }
    var before = known.get(report.getReportId());
    if (isBefore(lastDay(report), report.getReality(), DAYS)) {
      setAside++;
      if (before != null
          && before.getStatus() == ReportStatus.REPORTED
          && Merging.isNewer(report, before)
          && !isBefore(lastDay(before), before.getReality(), REMEMBERED_DAYS)) {
        heed(
            StrikeReport.newBuilder(before)
                .setStatus(ReportStatus.RETRACTED)
                .setRevision(report.getRevision())
                .setReceivedAt(report.getReceivedAt())
                .build());
      }
      return;
    }
    if (before == null || Merging.isNewer(report, before)) {
      var received = report.getReceivedAt().atZone(world.zone()).toLocalDate();
      var day = lastDay(report).isBefore(received) ? lastDay(report) : received;
      newest.merge(report.getReality(), day, (one, other) -> one.isAfter(other) ? one : other);
    }
    heed(report);
  }

  private void heed(StrikeReport report) {
    heeded.add(report);
    known.merge(
        report.getReportId(), report, (one, next) -> Merging.isNewer(next, one) ? next : one);
  }

  private boolean isBefore(LocalDate day, Reality reality, int days) {
    @Nullable LocalDate last = newest.get(reality);
    return last != null && day.isBefore(last.minusDays(days));
  }

  private LocalDate lastDay(StrikeReport report) {
    var until = report.getOccurredUntil();
    var last = until.equals(report.getOccurredFrom()) ? until : until.minusMillis(1);
    return last.atZone(world.zone()).toLocalDate();
  }
}
