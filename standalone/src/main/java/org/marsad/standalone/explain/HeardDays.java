package org.marsad.standalone.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.operations.facts.Zones;
import org.marsad.message.Alert;
import org.marsad.message.Heartbeat;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.processor.rules.heaviest.Days;

/**
 * The local days that somebody of an area was heard of: those that the newest revision of a report
 * touches, also of one that was taken back, and those that a heartbeat falls on.
 */
final class HeardDays {
  private final Reality reality;
  private final ZoneId zone;
  private final Map<String, Report> newest = new HashMap<>();
  private final List<Days> beats = new ArrayList<>();

  /** Of an alert's area and reality. */
  HeardDays(Alert alert) {
    this.reality = alert.getReality();
    this.zone = Zones.of(alert);
  }

  private record Report(int revision, Reality reality, Days days) {}

  void add(StrikeReport report) {
    var known = newest.get(report.getReportId());
    if (known == null || report.getRevision() > known.revision) {
      var until = report.getOccurredUntil();
      var last = until.isAfter(report.getOccurredFrom()) ? until.minusMillis(1) : until;
      newest.put(
          report.getReportId(),
          new Report(
              report.getRevision(),
              report.getReality(),
              new Days(day(report.getOccurredFrom()), day(last))));
    }
  }

  void add(Heartbeat heartbeat) {
    if (heartbeat.getReality() == reality) {
      var day = day(heartbeat.getSentAt());
      beats.add(new Days(day, day));
    }
  }

  List<Days> days() {
    var days = new ArrayList<>(beats);
    newest.values().stream()
        .filter(report -> report.reality == reality)
        .map(Report::days)
        .forEach(days::add);
    return days;
  }

  private long day(Instant at) {
    return LocalDate.ofInstant(at, zone).toEpochDay();
  }
}
