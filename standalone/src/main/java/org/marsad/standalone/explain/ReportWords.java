package org.marsad.standalone.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.processor.topology.Domain;
import org.marsad.standalone.facts.FactChange;

/** What one report said, revision by revision; never its note, its coordinates or a name. */
final class ReportWords {
  private static final Set<String> NOT_TOLD =
      Set.of(
          "revision",
          "status",
          "receivedAt",
          "reportedAt",
          "note",
          "attribution",
          "evidence",
          "lat",
          "lon",
          "placeText");

  private final Inquiry inquiry;

  ReportWords(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /**
   * Writes.
   *
   * @param letter by which the lines below call it, empty where it is the only one
   * @param revisions oldest first
   */
  void write(String letter, List<StrikeReport> revisions, Sheet sheet) {
    var first = revisions.get(0);
    var said = lastSaid(revisions);
    sheet.row(
        4,
        letter.isEmpty() ? "report" : "report " + letter,
        inquiry.discretion().of(first.getReportId()) + " · " + source(first));
    sheet.row(4, "", said(said));
    for (var i = 1; i < revisions.size(); i++) {
      sheet.row(4, "", revision(revisions.get(i), revisions.get(i - 1)));
    }
    for (var name : Domain.outOfOrder(said)) {
      sheet.row(4, "", "repaired: " + repaired(name, said));
    }
  }

  private String source(StrikeReport report) {
    var source = report.getSource();
    var lineage =
        source.getLineage().equals(source.getId())
            ? ""
            : ", repeating " + inquiry.discretion().of(source.getLineage());
    return "from %s (%s%s), received %s"
        .formatted(
            inquiry.discretion().of(source.getId()),
            Words.kind(source.getKind()),
            lineage,
            inquiry.times().moment(report.getReceivedAt()));
  }

  private String said(StrikeReport report) {
    var parts = new ArrayList<String>();
    parts.add(
        inquiry
            .times()
            .span(report.getOccurredFrom(), report.getOccurredUntil(), report.getTimePrecision()));
    parts.add(place(report));
    parts.add(Words.counts(report.getImpacts(), report.getKilled(), report.getInjured()));
    if (!report.getTargets().isEmpty()) {
      parts.add("hit: " + Words.targets(report.getTargets()));
    }
    if (report.getDelivery() != DeliveryMeans.UNKNOWN) {
      parts.add("by " + Words.delivery(report.getDelivery(), report.getDeliveryBasis()));
    }
    return "said: " + String.join(" · ", parts);
  }

  private String place(StrikeReport report) {
    var text = new StringBuilder();
    if (report.getPlaceText() != null) {
      text.append('“').append(inquiry.discretion().of(report.getPlaceText())).append("”, ");
    }
    var code = report.getNeighbourhood() == null ? report.getArea() : report.getNeighbourhood();
    text.append(Words.basis(report.getPlaceBasis())).append(": ").append(inquiry.name(code));
    var radius = report.getRadiusMetres();
    if (radius != null) {
      text.append(", good to ").append(Distances.of(radius));
    }
    if (report.getPointOutsidePlace()) {
      text.append(", though its point lies outside");
    }
    return text.toString();
  }

  private String revision(StrikeReport revision, StrikeReport before) {
    var when = inquiry.times().moment(revision.getReceivedAt());
    if (revision.getStatus() == ReportStatus.RETRACTED) {
      return "revision %d, received %s: taken back".formatted(revision.getRevision(), when);
    }
    var changes =
        FactChange.between(before, revision, NOT_TOLD::contains).stream()
            .map(Words::change)
            .collect(Collectors.joining(" · "));
    return "revision %d, received %s: %s"
        .formatted(
            revision.getRevision(),
            when,
            changes.isEmpty() ? "nothing that counts" : inquiry.discretion().hide(changes));
  }

  private static String repaired(String name, StrikeReport report) {
    var range = Objects.requireNonNull(range(name, report));
    var sorted = Objects.requireNonNull(Domain.range(range));
    return "%s came as %d, %d, %s (least, best, most) and was put in order: %d, %d, %s"
        .formatted(
            name,
            range.getLow(),
            range.getBest(),
            range.getHigh() == null ? "open" : range.getHigh().toString(),
            sorted.low(),
            sorted.best(),
            sorted.high() == org.marsad.processor.rules.CountRange.OPEN
                ? "open"
                : String.valueOf(sorted.high()));
  }

  private static @Nullable CountRange range(String name, StrikeReport report) {
    return switch (name) {
      case "impacts" -> report.getImpacts();
      case "killed" -> report.getKilled();
      default -> report.getInjured();
    };
  }

  /**
   * The last revision that still says something: a retraction need not repeat what it takes back.
   */
  private static StrikeReport lastSaid(List<StrikeReport> revisions) {
    for (var i = revisions.size() - 1; i >= 0; i--) {
      if (revisions.get(i).getStatus() == ReportStatus.REPORTED) {
        return revisions.get(i);
      }
    }
    return revisions.get(0);
  }
}
