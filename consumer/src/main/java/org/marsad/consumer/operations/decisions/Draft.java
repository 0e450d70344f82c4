package org.marsad.consumer.operations.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.message.DecisionKind;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;
import org.marsad.schemas.DecisionIds;

/**
 * What somebody wants to decide, before it is known whether it can be.
 *
 * @param kind of decision
 * @param area code of the area
 * @param reportIds two, or one with PREFER; kept sorted
 * @param reality that the reports are of
 * @param by a role or pseudonym, never a person's name
 * @param reason in words
 * @param withdraw whether the decision is taken back
 */
public record Draft(
    DecisionKind kind,
    String area,
    List<String> reportIds,
    Reality reality,
    String by,
    String reason,
    boolean withdraw) {
  public Draft {
    reportIds = reportIds.stream().sorted().toList();
  }

  /** The same about other reports. */
  Draft about(List<String> others) {
    return new Draft(kind, area, others, reality, by, reason, withdraw);
  }

  /** Names it: taken again, or taken back, it is the same decision. */
  String decisionId() {
    return DecisionIds.of(kind, reportIds);
  }

  /** What is wrong with its words; empty where nothing is. */
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (reportIds.stream().distinct().count() < reportIds.size()) {
      faults.add(reportIds.get(0) + ": twice (expected: two reports)");
    }
    faults.addAll(WhoAndWhy.faults(by, reason));
    return faults;
  }

  /**
   * What is wrong with its reports; empty where nothing is.
   *
   * @param known the newest revision of each by its id
   */
  List<String> faults(Map<String, StrikeReport> known) {
    var faults = new ArrayList<String>();
    for (var id : reportIds) {
      var report = known.get(id);
      if (report == null) {
        faults.add(
            id + ": unknown (expected: a report of " + area + ": its id, or its beginning alone)");
      } else if (!report.getArea().equals(area)) {
        faults.add(id + ": in " + report.getArea() + " (expected: a report of " + area + ")");
      } else if (report.getReality() != reality) {
        faults.add(
            "%s: %s (expected: %s, or a decision about %s)"
                .formatted(id, report.getReality(), reality, report.getReality()));
      }
    }
    return faults;
  }
}
