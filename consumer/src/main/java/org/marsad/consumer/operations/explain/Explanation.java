package org.marsad.consumer.operations.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;

/** An alert explained with all its findings, for a reader who has never seen the system. */
public final class Explanation {
  private final Inquiry inquiry;
  private final Sheet sheet = new Sheet();

  private Explanation(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /**
   * The lines of the explanation, at most 100 columns each.
   *
   * @param revision which to explain, null for the newest
   * @param thresholds to be compared with those in force; null where none are at hand
   * @throws IOException when there is no such revision
   */
  public static List<String> of(
      Evidence evidence, @Nullable Integer revision, @Nullable Thresholds thresholds)
      throws IOException {
    var revisions = evidence.revisions();
    var newest = revisions.get(revisions.size() - 1);
    var wanted = revision == null ? newest.getRevision() : revision;
    for (var alert : revisions) {
      if (alert.getRevision() == wanted) {
        return new Explanation(Inquiry.of(evidence, alert, thresholds)).lines();
      }
    }
    throw new IOException(
        "revision: %d (expected: 1 to %d)".formatted(wanted, newest.getRevision()));
  }

  private List<String> lines() {
    headline();
    facts();
    findings();
    if (!inquiry.alert().getStrikeIds().isEmpty()) {
      new StrikesSection(inquiry).write(sheet);
    }
    new MarksSection(inquiry).write(sheet);
    new RevisionsSection(inquiry).write(sheet);
    thresholds();
    return sheet.lines();
  }

  private void headline() {
    var alert = inquiry.alert();
    var what = new SubjectWords(inquiry);
    sheet.text(0, reality(alert) + what.title());
    var isCancelled = alert.getMessageType() == MessageType.CANCEL;
    sheet.text(0, (isCancelled ? "TAKEN BACK. What it said: " : "") + what.sentence());
    for (var finding : alert.getFindings()) {
      sheet.text(0, RuleWords.of(finding.getRule()).sentence(inquiry, finding));
    }
  }

  private static String reality(Alert alert) {
    return switch (alert.getReality()) {
      case ACTUAL -> "";
      case EXERCISE -> "EXERCISE (nothing of this happened) · ";
      case TEST -> "TEST (nothing of this happened) · ";
    };
  }

  private void facts() {
    var alert = inquiry.alert();
    sheet.blank();
    sheet.row(0, "state", state());
    var reason = alert.getReason();
    if (reason != null) {
      sheet.row(0, "remains", remains(reason));
    }
    sheet.row(0, "severity", Words.code(alert.getSeverity().name()));
    sheet.row(0, "certainty", Words.certainty(alert.getCertainty(), alert.getSources()));
    if (hasSources(alert.getSubject().getKind())) {
      sheet.row(
          0,
          "sources",
          alert.getSources() == 1
              ? "1 independent source"
              : alert.getSources() + " independent sources");
    }
    sheet.row(0, "rings", new ChangeWords().rings(alert, inquiry.times()));
    sheet.row(0, "id", alert.getAlertId());
    if (inquiry.evidence().isPrivate()) {
      sheet.row(0, "private", "for that site and the administrator alone: tell nobody else.");
    }
    sheet.row(
        0,
        "times",
        "local, "
            + alert.getTimeZone()
            + (hasSources(alert.getSubject().getKind())
                ? "; a revision's time is that of the report that led to it"
                : "; a revision's time is Marsad's own"));
  }

  /** Whether it rests on what sources said, not on what Marsad itself sees. */
  private static boolean hasSources(SubjectKind kind) {
    return kind != SubjectKind.SOURCE && kind != SubjectKind.SYSTEM;
  }

  private String state() {
    var alert = inquiry.alert();
    var revisions = inquiry.evidence().revisions();
    var newest = revisions.get(revisions.size() - 1);
    var which =
        alert.getRevision() == newest.getRevision()
            ? "revision %d, the newest".formatted(alert.getRevision())
            : "revision %d of %d, not the newest"
                .formatted(alert.getRevision(), newest.getRevision());
    var reason = alert.getReason();
    if (alert.getMessageType() == MessageType.CANCEL) {
      var why = reason == null ? CancelReason.OTHER : reason;
      return "taken back on %s: %s (%s)%s; %s"
          .formatted(
              inquiry.times().moment(alert.getSentAt()),
              Meanings.ofCancel(why),
              why,
              replacement(alert),
              which);
    }
    return "standing since %s; %s".formatted(inquiry.times().moment(raised().getSentAt()), which);
  }

  private String replacement(Alert alert) {
    var other = alert.getReplacedBy();
    return other == null ? "" : "; " + other + " speaks for it now";
  }

  /** A withdrawn claim must not be read as an all clear. */
  private static String remains(CancelReason reason) {
    return switch (reason) {
      case WITHDRAWN -> "nothing: no report of it stands any more.";
      case NOT_ACTUAL -> "nothing: it did not happen.";
      case MOVED -> "the strike, at the place where it is told of now.";
      case REPLACED -> "the strike: the alert of the one that it is part of tells of it.";
      case CORRECTED -> "the strikes: only what was said of them together fell away.";
      case OTHER -> "this version of Marsad does not know.";
    };
  }

  /** The revision that raised the alert, for the last time before the one explained. */
  private Alert raised() {
    var raised = inquiry.alert();
    for (var revision : inquiry.evidence().revisions()) {
      if (revision.getRevision() <= inquiry.alert().getRevision()
          && revision.getMessageType() == MessageType.ALERT) {
        raised = revision;
      }
    }
    return raised;
  }

  private void findings() {
    var findings = inquiry.alert().getFindings();
    if (findings.isEmpty()) {
      sheet.title("WHY THERE IS NO FINDING");
      sheet.text(
          2,
          "No rule has anything to say of it. It is told of all the same: no strike that stands is"
              + " without an alert.");
      return;
    }
    for (var finding : findings) {
      RuleWords.of(finding.getRule()).why(inquiry, finding, sheet);
      if (finding.getCertainty() != inquiry.alert().getCertainty()) {
        sheet.row(
            2, "finding is", Words.certainty(finding.getCertainty(), inquiry.alert().getSources()));
      }
    }
  }

  private void thresholds() {
    var alert = inquiry.alert();
    sheet.title("THRESHOLDS IN FORCE");
    sheet.text(2, inForce(alert));
    for (var finding : alert.getFindings()) {
      var numbers = Words.numbers(finding);
      if (!numbers.isEmpty()) {
        sheet.text(2, name(finding.getRule()) + ", found and asked for: " + numbers + ".");
      }
    }
    if (alert.getFindings().size() > 1) {
      sheet.text(2, "The findings stand in the order of their gravity.");
    }
  }

  private String inForce(Alert alert) {
    var known = inquiry.thresholds();
    if (known == null) {
      return "rules %s.".formatted(alert.getRulesHash());
    }
    var whose = known.areShipped() ? "the shipped defaults" : "those of the file given";
    return inquiry.inForce() == null
        ? "rules %s, which are not %s (%s): thresholds of merging named above may differ. Name the file in force with --rules."
            .formatted(alert.getRulesHash(), whose, known.hash())
        : "rules %s, %s: reports of one strike lie within %s and %s of one another."
            .formatted(
                alert.getRulesHash(),
                whose,
                LocalTimes.duration(known.mergedWithin()),
                Words.distance(known.mergedWithinMetres()));
  }

  private static String name(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of the findings, the gravest first. */
  static List<String> names(Alert alert) {
    var names = new ArrayList<String>();
    alert.getFindings().forEach(finding -> names.add(Words.code(finding.getRule().name())));
    return names;
  }
}
