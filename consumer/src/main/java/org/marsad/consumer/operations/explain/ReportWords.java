package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.ReportStatus;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.Marks;

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
          "placeText",
          "marks");

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
        PlainText.of(first.getReportId()) + " · " + source(first));
    for (var decision :
        inquiry.evidence().placements().getOrDefault(first.getReportId(), List.of())) {
      sheet.row(4, "", placed(decision));
    }
    sheet.row(4, "", said(said));
    for (var i = 1; i < revisions.size(); i++) {
      sheet.row(4, "", revision(revisions.get(i), revisions.get(i - 1)));
    }
    repaired("impacts", Marks.IMPACTS_OUT_OF_ORDER, said, said.getImpacts(), sheet);
    repaired("killed", Marks.KILLED_OUT_OF_ORDER, said, said.getKilled(), sheet);
    repaired("injured", Marks.INJURED_OUT_OF_ORDER, said, said.getInjured(), sheet);
  }

  private String source(StrikeReport report) {
    var source = report.getSource();
    var lineage =
        source.getLineage().equals(source.getId())
            ? ""
            : ", repeating " + PlainText.of(source.getLineage());
    return "from %s (%s%s), received %s"
        .formatted(
            PlainText.of(source.getId()),
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
      text.append('“').append(PlainText.of(report.getPlaceText())).append("”, ");
    }
    var code = report.getNeighbourhood() == null ? report.getArea() : report.getNeighbourhood();
    text.append(Words.basis(report.getPlaceBasis())).append(": ").append(inquiry.name(code));
    var radius = report.getRadiusMetres();
    if (Marks.makePointEvidenceOnly(report.getMarks())) {
      text.append(", though its point says otherwise and is evidence only");
    } else if (radius != null) {
      text.append(", good to ").append(Words.distance(radius));
    }
    if (report.getMarks().contains(Marks.POINT_OUTSIDE_PLACE)) {
      text.append(", though its point lies outside");
    }
    return text.toString();
  }

  private String placed(Decision decision) {
    var neighbourhood = decision.getNeighbourhood();
    return "a person (%s) placed it in %s on %s: %s"
        .formatted(
            PlainText.of(decision.getDecidedBy()),
            inquiry.name(neighbourhood == null ? decision.getArea() : neighbourhood),
            inquiry.times().moment(decision.getDecidedAt()),
            PlainText.of(decision.getReason(), WhoAndWhy.REASON));
  }

  private String revision(StrikeReport revision, StrikeReport before) {
    var when = inquiry.times().moment(revision.getReceivedAt());
    if (Marks.isMovedAway(revision.getMarks())) {
      return "revision %d, received %s: placed in another area"
          .formatted(revision.getRevision(), when);
    }
    if (revision.getStatus() == ReportStatus.RETRACTED) {
      return "revision %d, received %s: taken back".formatted(revision.getRevision(), when);
    }
    var changes =
        FactChange.between(before, revision, NOT_TOLD::contains).stream()
            .map(Words::change)
            .collect(Collectors.joining(" · "));
    return "revision %d, received %s: %s"
        .formatted(
            revision.getRevision(), when, changes.isEmpty() ? "nothing that counts" : changes);
  }

  private static void repaired(
      String name, String mark, StrikeReport report, @Nullable CountRange range, Sheet sheet) {
    if (range == null || !report.getMarks().contains(mark)) {
      return;
    }
    var numbers = new ArrayList<>(List.of(range.getLow(), range.getBest()));
    if (range.getHigh() != null) {
      numbers.add(range.getHigh());
    }
    numbers.sort(null);
    sheet.row(
        4,
        "",
        "repaired: the numbers of %s came out of order and count as %s (least, best, most)"
            .formatted(
                name, numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))));
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
