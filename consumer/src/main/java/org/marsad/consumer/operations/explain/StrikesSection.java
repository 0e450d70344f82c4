package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.marsad.consumer.text.ExplainText;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.ReportStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.schemas.Marks;

/** The strikes that an alert is about, and the reports that make each. */
final class StrikesSection {
  private final Inquiry inquiry;
  private final ExplainText text;
  private final ReportWords reportWords;
  private final MergingWords mergingWords;

  StrikesSection(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.text = inquiry.text();
    this.reportWords = new ReportWords(inquiry);
    this.mergingWords = new MergingWords(inquiry);
  }

  void write(Sheet sheet) {
    var ids = inquiry.evidence().concerned(inquiry.alert());
    var all = inquiry.alert().getStrikes();
    sheet.title(
        ids.size() == 1
            ? text.of("strikes.title")
            : text.of("strikes.title.several", Math.max(ids.size(), all)));
    var listed = inquiry.alert().getStrikeIds().size();
    if (all > listed) {
      sheet.text(2, text.of("strikes.listed", listed, all));
    }
    for (var id : ids) {
      var strike = inquiry.evidence().strike(id);
      if (strike == null) {
        sheet.text(2, text.of("strikes.gone", text.code(id)));
      } else {
        write(strike, sheet);
      }
      sheet.blank();
    }
    sheet.dropBlank();
  }

  private void write(Strike strike, Sheet sheet) {
    sheet.text(2, heading(strike));
    var reports = reports(strike);
    for (var i = 0; i < reports.size(); i++) {
      var letter = reports.size() == 1 ? "" : String.valueOf((char) ('A' + i % 26));
      reportWords.write(letter, reports.get(i), sheet);
    }
    var standing =
        reports.stream()
            .map(this::newest)
            .filter(report -> report.getStatus() == ReportStatus.REPORTED)
            .toList();
    if (standing.isEmpty()) {
      sheet.row(4, text.of("label.now"), gone(reports));
    } else {
      mergingWords.write(strike, standing, reports.stream().map(this::newest).toList(), sheet);
    }
    history(strike, sheet);
  }

  private String gone(List<List<StrikeReport>> reports) {
    return reports.stream().map(this::newest).anyMatch(r -> Marks.isMovedAway(r.getMarks()))
        ? text.of("strikes.moved")
        : text.of("strikes.retracted");
  }

  private String heading(Strike strike) {
    var where =
        strike.getNeighbourhood() == null
            ? inquiry.name(strike.getArea())
            : text.list(
                List.of(inquiry.name(strike.getNeighbourhood()), inquiry.name(strike.getArea())));
    return text.of(
        "strikes.heading",
        text.code(strike.getStrikeId()),
        inquiry
            .times()
            .span(strike.getOccurredFrom(), strike.getOccurredUntil(), strike.getTimePrecision()),
        where,
        inquiry.words().counts(strike.getImpacts(), strike.getKilled(), strike.getInjured()));
  }

  /** The revisions of each report that makes the strike, the earliest received first. */
  private List<List<StrikeReport>> reports(Strike strike) {
    var reports = new ArrayList<List<StrikeReport>>();
    for (var id : strike.getReportIds()) {
      var revisions = inquiry.evidence().reports().getOrDefault(id, List.of());
      if (!revisions.isEmpty()) {
        reports.add(revisions);
      }
    }
    reports.sort((a, b) -> a.get(0).getReceivedAt().compareTo(b.get(0).getReceivedAt()));
    return reports;
  }

  private StrikeReport newest(List<StrikeReport> revisions) {
    return revisions.get(revisions.size() - 1);
  }

  /** Merges and splits. */
  private void history(Strike strike, Sheet sheet) {
    if (strike.getStatus() == StrikeStatus.MERGED) {
      sheet.row(
          4,
          text.of("label.merged"),
          text.of(
              "strikes.became",
              inquiry.times().moment(strike.getUpdatedAt()),
              text.code(Objects.requireNonNull(strike.getMergedInto()))));
    }
    for (var other : inquiry.evidence().newestStrikes()) {
      if (strike.getStrikeId().equals(other.getMergedInto())) {
        sheet.row(
            4,
            text.of("label.merged"),
            text.of(
                "strikes.took",
                text.code(other.getStrikeId()),
                inquiry.times().moment(other.getUpdatedAt())));
      }
    }
    var left = new TreeSet<String>();
    inquiry
        .evidence()
        .strikes()
        .getOrDefault(strike.getStrikeId(), List.of())
        .forEach(revision -> left.addAll(revision.getReportIds()));
    strike.getReportIds().forEach(left::remove);
    for (var id : left) {
      sheet.row(4, text.of("label.split"), whereIs(id));
    }
  }

  /** What became of a report that is no longer part of the strike. */
  private String whereIs(String reportId) {
    var id = text.code(PlainText.of(reportId));
    return inquiry.evidence().newestStrikes().stream()
        .filter(strike -> strike.getStatus() == StrikeStatus.ACTIVE)
        .filter(strike -> strike.getReportIds().contains(reportId))
        .findFirst()
        .map(strike -> text.of("strikes.split", id, text.code(strike.getStrikeId())))
        .orElseGet(() -> text.of("strikes.split.retracted", id));
  }
}
