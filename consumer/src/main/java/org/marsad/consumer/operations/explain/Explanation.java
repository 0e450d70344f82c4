package org.marsad.consumer.operations.explain;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

/** An alert explained with all its findings, for a reader who has never seen the system. */
public final class Explanation {
  private final Inquiry inquiry;
  private final ExplainText text;
  private final Sheet sheet = new Sheet();

  private Explanation(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.text = inquiry.text();
  }

  /**
   * The lines of the explanation in English; see {@link #of(Evidence, Integer, Thresholds,
   * Locale)}.
   */
  public static List<String> of(
      Evidence evidence, @Nullable Integer revision, @Nullable Thresholds thresholds)
      throws IOException {
    return of(evidence, revision, thresholds, Locale.ENGLISH);
  }

  /**
   * The lines of the explanation, at most 100 columns each.
   *
   * @param revision which to explain, null for the newest
   * @param thresholds to be compared with those in force; null where none are at hand
   * @param language Arabic, else English
   * @throws IOException when there is no such revision
   */
  public static List<String> of(
      Evidence evidence,
      @Nullable Integer revision,
      @Nullable Thresholds thresholds,
      Locale language)
      throws IOException {
    var revisions = evidence.revisions();
    var newest = revisions.get(revisions.size() - 1);
    var wanted = revision == null ? newest.getRevision() : revision;
    for (var alert : revisions) {
      if (alert.getRevision() == wanted) {
        return new Explanation(Inquiry.of(evidence, alert, thresholds, language)).lines();
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
    sheet.text(
        0,
        alert.getReality() == Reality.ACTUAL
            ? what.title()
            : text.of("head." + alert.getReality(), what.title()));
    sheet.text(
        0,
        alert.getMessageType() == MessageType.CANCEL
            ? text.of("head.cancelled", what.sentence())
            : what.sentence());
    for (var finding : alert.getFindings()) {
      sheet.text(0, RuleWords.of(finding.getRule()).sentence(inquiry, finding));
    }
  }

  private void facts() {
    var alert = inquiry.alert();
    var hasSources = hasSources(alert.getSubject().getKind());
    sheet.blank();
    row("state", state());
    var reason = alert.getReason();
    if (reason != null) {
      row("remains", text.of("remains." + reason));
    }
    row("severity", text.of("severity." + alert.getSeverity()));
    row("certainty", inquiry.words().certainty(alert.getCertainty(), alert.getSources()));
    if (hasSources) {
      row("sources", text.counted("sources", alert.getSources()));
    }
    row("rings", new ChangeWords(inquiry).rings());
    row("id", text.code(alert.getAlertId()));
    if (inquiry.evidence().isPrivate()) {
      row("private", text.of("private"));
    }
    row(
        "times",
        text.of(hasSources ? "times.sources" : "times.own", text.code(alert.getTimeZone())));
  }

  private void row(String label, String said) {
    sheet.row(0, text.of("label." + label), said);
  }

  /** Whether it rests on what sources said, not on what Marsad itself sees. */
  private static boolean hasSources(SubjectKind kind) {
    return kind != SubjectKind.SOURCE && kind != SubjectKind.SYSTEM;
  }

  private String state() {
    var alert = inquiry.alert();
    if (alert.getMessageType() != MessageType.CANCEL) {
      return text.of("state.standing", inquiry.times().moment(raised().getSentAt()), which(alert));
    }
    var reason = alert.getReason();
    var other = alert.getReplacedBy();
    return text.of(
        other == null ? "state.cancelled" : "state.replaced",
        inquiry.times().moment(alert.getSentAt()),
        inquiry.words().cancelled(reason),
        text.code(String.valueOf(reason == null ? CancelReason.OTHER : reason)),
        which(alert),
        other == null ? "" : text.code(other));
  }

  private String which(Alert alert) {
    var revisions = inquiry.evidence().revisions();
    var newest = revisions.get(revisions.size() - 1).getRevision();
    return alert.getRevision() == newest
        ? text.of("which.newest", newest)
        : text.of("which.older", alert.getRevision(), newest);
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
    var alert = inquiry.alert();
    if (alert.getFindings().isEmpty()) {
      sheet.title(text.of("none.title"));
      sheet.text(2, text.of("none"));
      return;
    }
    for (var finding : alert.getFindings()) {
      RuleWords.of(finding.getRule()).why(inquiry, finding, sheet);
      if (finding.getCertainty() != alert.getCertainty()) {
        var certainty = inquiry.words().certainty(finding.getCertainty(), alert.getSources());
        sheet.row(2, text.of("label.finding"), certainty);
      }
    }
  }

  private void thresholds() {
    var alert = inquiry.alert();
    sheet.title(text.of("thresholds.title"));
    sheet.text(2, inForce(alert));
    for (var finding : alert.getFindings()) {
      var numbers = inquiry.words().numbers(finding);
      if (!numbers.isEmpty()) {
        sheet.text(2, text.of("thresholds.finding", inquiry.words().rule(finding), numbers));
      }
    }
    if (alert.getFindings().size() > 1) {
      sheet.text(2, text.of("thresholds.order"));
    }
  }

  private String inForce(Alert alert) {
    var hash = text.code(alert.getRulesHash());
    var known = inquiry.thresholds();
    if (known == null) {
      return text.of("thresholds.unknown", hash);
    }
    var whose = text.of(known.areShipped() ? "thresholds.shipped" : "thresholds.given");
    return inquiry.inForce() == null
        ? text.of("thresholds.different", hash, whose, text.code(known.hash()))
        : text.of(
            "thresholds.inForce",
            hash,
            whose,
            text.length(known.mergedWithin()),
            text.distance(known.mergedWithinMetres()));
  }
}
