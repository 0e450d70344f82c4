package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.decisions.WhoAndWhy;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.consumer.text.ExplainText;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.CountRange;
import org.marsad.message.Decision;
import org.marsad.message.DeliveryBasis;
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
  private final ExplainText text;

  ReportWords(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.text = inquiry.text();
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
        letter.isEmpty()
            ? text.of("report.label")
            : text.of("report.label.letter", text.code(letter)),
        source(first));
    for (var decision :
        inquiry.evidence().placements().getOrDefault(first.getReportId(), List.of())) {
      sheet.row(4, "", placed(decision));
    }
    sheet.row(4, "", said(said));
    for (var i = 1; i < revisions.size(); i++) {
      sheet.row(4, "", revision(revisions.get(i), revisions.get(i - 1)));
    }
    repaired("IMPACTS", Marks.IMPACTS_OUT_OF_ORDER, said, said.getImpacts(), sheet);
    repaired("KILLED", Marks.KILLED_OUT_OF_ORDER, said, said.getKilled(), sheet);
    repaired("injured", Marks.INJURED_OUT_OF_ORDER, said, said.getInjured(), sheet);
  }

  private String source(StrikeReport report) {
    var source = report.getSource();
    return text.of(
        source.getLineage().equals(source.getId()) ? "report.from" : "report.from.repeating",
        text.code(PlainText.of(report.getReportId())),
        text.code(PlainText.of(source.getId())),
        text.told("source." + source.getKind()),
        inquiry.times().moment(report.getReceivedAt()),
        text.code(PlainText.of(source.getLineage())));
  }

  private String said(StrikeReport report) {
    var parts = new ArrayList<String>();
    parts.add(
        inquiry
            .times()
            .span(report.getOccurredFrom(), report.getOccurredUntil(), report.getTimePrecision()));
    parts.add(place(report));
    parts.add(inquiry.words().counts(report.getImpacts(), report.getKilled(), report.getInjured()));
    if (!report.getTargets().isEmpty()) {
      var targets =
          report.getTargets().stream().map(target -> text.told("target." + target)).toList();
      parts.add(text.of("report.hit", text.list(targets)));
    }
    if (report.getDelivery() != DeliveryMeans.UNKNOWN) {
      var isInferred = report.getDeliveryBasis() == DeliveryBasis.INFERRED;
      parts.add(
          text.of(
              isInferred ? "report.by.inferred" : "report.by",
              text.of("report.delivery." + report.getDelivery())));
    }
    return text.of("report.said", String.join(" · ", parts));
  }

  private String place(StrikeReport report) {
    var code = report.getNeighbourhood() == null ? report.getArea() : report.getNeighbourhood();
    var basis = text.of("basis." + report.getPlaceBasis());
    var said = report.getPlaceText();
    var place =
        said == null
            ? text.of("report.place", basis, inquiry.name(code))
            : text.of(
                "report.place.said",
                basis,
                inquiry.name(code),
                text.of("quote", inquiry.said(said)));
    var radius = report.getRadiusMetres();
    if (Marks.makePointEvidenceOnly(report.getMarks())) {
      place = text.of("report.place.evidence", place);
    } else if (radius != null) {
      place = text.of("report.place.radius", place, text.distance(radius));
    }
    return report.getMarks().contains(Marks.POINT_OUTSIDE_PLACE)
        ? text.of("report.place.outside", place)
        : place;
  }

  private String placed(Decision decision) {
    var neighbourhood = decision.getNeighbourhood();
    return text.of(
        "report.placed",
        inquiry.said(decision.getDecidedBy()),
        inquiry.name(neighbourhood == null ? decision.getArea() : neighbourhood),
        inquiry.times().moment(decision.getDecidedAt()),
        text.name(PlainText.of(decision.getReason(), WhoAndWhy.REASON)));
  }

  private String revision(StrikeReport revision, StrikeReport before) {
    var when = inquiry.times().moment(revision.getReceivedAt());
    if (Marks.isMovedAway(revision.getMarks())) {
      return text.of("report.moved", revision.getRevision(), when);
    }
    if (revision.getStatus() == ReportStatus.RETRACTED) {
      return text.of("report.retracted", revision.getRevision(), when);
    }
    var changes =
        FactChange.between(before, revision, NOT_TOLD::contains).stream()
            .map(inquiry.words()::change)
            .collect(Collectors.joining(" · "));
    return text.of(
        "report.revision",
        revision.getRevision(),
        when,
        changes.isEmpty() ? text.of("report.nothing") : changes);
  }

  private void repaired(
      String name, String mark, StrikeReport report, @Nullable CountRange range, Sheet sheet) {
    if (range == null || !report.getMarks().contains(mark)) {
      return;
    }
    var numbers = new ArrayList<>(List.of(range.getLow(), range.getBest()));
    if (range.getHigh() != null) {
      numbers.add(range.getHigh());
    }
    numbers.sort(null);
    var sorted = text.list(numbers.stream().map(String::valueOf).toList());
    sheet.row(4, "", text.of("report.repaired." + name, sorted));
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
