package org.marsad.standalone.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;

/** What one source says of one strike, in the words of a timeline. */
final class Report {
  private final StrikeReport.Builder report;

  private Report(StrikeReport.Builder report) {
    this.report = report;
  }

  /** An observer's first word; the same id from another source is another report. */
  static Report by(String source, String id) {
    return new Report(
        StrikeReport.newBuilder()
            .setReportId(source + ":" + id)
            .setRevision(1)
            .setStatus(ReportStatus.REPORTED)
            .setReality(Reality.ACTUAL)
            .setSource(new Source(source, kind(source), source))
            .setTimePrecision(TimePrecision.MINUTE)
            .setArea("aleppo")
            .setPlaceBasis(PlaceBasis.NAME)
            .setDelivery(DeliveryMeans.UNKNOWN)
            .setOccurredFrom(Instant.EPOCH)
            .setOccurredUntil(Instant.EPOCH)
            .setReceivedAt(Instant.EPOCH));
  }

  private static SourceKind kind(String source) {
    return source.startsWith("agency") ? SourceKind.AGENCY : SourceKind.OBSERVER;
  }

  /** The same report again, one revision on. */
  Report again() {
    var next = StrikeReport.newBuilder(report.build());
    next.setRevision(next.getRevision() + 1);
    return new Report(next);
  }

  /** Taken back. */
  Report retracted() {
    var next = again();
    next.report.setStatus(ReportStatus.RETRACTED);
    return next;
  }

  /** A moment known to the minute. */
  Report at(Instant moment) {
    return from(moment, moment);
  }

  Report from(Instant from, Instant until) {
    report.setOccurredFrom(from).setOccurredUntil(until);
    return this;
  }

  /** Of which only the day is known. */
  Report onTheDayOf(Instant midnight) {
    report.setTimePrecision(TimePrecision.DAY);
    return from(midnight, midnight.plus(Duration.ofDays(1)));
  }

  /** In a neighbourhood of Aleppo, by name alone. */
  Report in(String neighbourhood) {
    report.setNeighbourhood("aleppo/" + neighbourhood).setPlaceText(neighbourhood);
    return this;
  }

  /** Somewhere in Aleppo. */
  Report inAleppo() {
    report.setNeighbourhood(null).setPlaceBasis(PlaceBasis.POINT).setPlaceText("Aleppo");
    return this;
  }

  /** In another town, by name alone. */
  Report inTown(String area) {
    report.setArea(area).setNeighbourhood(null).setPlaceText(area);
    return this;
  }

  /** At a point that is known to a radius. */
  Report near(double lat, double lon, double radiusMetres) {
    report.setLat(lat).setLon(lon).setRadiusMetres(radiusMetres);
    return this;
  }

  Report killed(int best) {
    return killed(best, best, best);
  }

  Report killed(int low, int best, int high) {
    report.setKilled(new CountRange(low, best, high));
    return this;
  }

  Report injured(int best) {
    report.setInjured(new CountRange(best, best, best));
    return this;
  }

  Report hit(Target target) {
    report.setTargets(List.of(target));
    return this;
  }

  Report asExercise() {
    report.setReality(Reality.EXERCISE);
    return this;
  }

  Report marked(String mark) {
    report.setMarks(List.of(mark));
    return this;
  }

  /** As it comes in at a moment. */
  StrikeReport receivedAt(Instant moment) {
    return report.setReceivedAt(moment).setReportedAt(moment).build();
  }
}
