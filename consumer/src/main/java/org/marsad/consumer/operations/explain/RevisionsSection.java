package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.facts.FactChange;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.MessageType;

/** How an alert came about: each revision, whether it rang, what it changed and why. */
final class RevisionsSection {
  /** Told elsewhere on the page, or of no interest to the reader. */
  private static final Set<String> NOT_TOLD =
      Set.of(
          "revision",
          "messageType",
          "urgency",
          "sentAt",
          "expiresAt",
          "interrupts",
          "notBefore",
          "changes",
          "references",
          "reason",
          "replacedBy",
          "findings",
          "onset",
          "place.lat",
          "place.lon",
          "place.text");

  /** More are summed up: the first and the last are what a reader looks for. */
  private static final int SHOWN_AT_EACH_END = 10;

  private final Inquiry inquiry;

  RevisionsSection(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  void write(Sheet sheet) {
    var revisions = inquiry.evidence().revisions();
    var rang = revisions.stream().filter(Alert::getInterrupts).count();
    sheet.title(inquiry.text().counted("revisions.title", revisions.size(), rang));
    var told = new HashSet<String>();
    Alert before = null;
    for (var i = 0; i < revisions.size(); i++) {
      var revision = revisions.get(i);
      if (isShown(i, revisions.size())) {
        write(before, revision, told, sheet);
      } else if (i == SHOWN_AT_EACH_END) {
        sheet.text(
            2, inquiry.text().of("revisions.more", revisions.size() - 2 * SHOWN_AT_EACH_END));
      }
      before = revision;
    }
  }

  private static boolean isShown(int index, int size) {
    return index < SHOWN_AT_EACH_END || index >= size - SHOWN_AT_EACH_END;
  }

  private void write(@Nullable Alert before, Alert revision, Set<String> told, Sheet sheet) {
    var text = inquiry.text();
    sheet.row(
        2,
        revision.getRevision() + "  " + text.of("message." + revision.getMessageType()),
        text.of(
            revision.getInterrupts() ? "revisions.rang" : "revisions.silent",
            inquiry.times().moment(revision.getSentAt()),
            changes(before, revision)));
    for (var line : because(before, revision, told)) {
      sheet.row(2, "", line);
    }
  }

  private String changes(@Nullable Alert before, Alert revision) {
    var text = inquiry.text();
    var words = inquiry.words();
    if (before == null && revision.getStrikes() == 0) {
      return text.of("revisions.first");
    }
    if (before == null) {
      return text.of(
          "revisions.first.counts",
          words.counts(revision.getImpacts(), revision.getKilled(), revision.getInjured()));
    }
    if (revision.getMessageType() == MessageType.CANCEL) {
      var reason = revision.getReason() == null ? CancelReason.OTHER : revision.getReason();
      return text.of("revisions.cancelled", words.cancelled(reason), text.code(reason.name()));
    }
    var parts = new ArrayList<String>();
    if (before.getMessageType() == MessageType.CANCEL) {
      parts.add(text.of("revisions.again"));
    }
    FactChange.between(before, revision, NOT_TOLD::contains).stream()
        .map(words::change)
        .distinct()
        .forEach(parts::add);
    var changed = parts.isEmpty() ? text.of("revisions.findings") : String.join(" · ", parts);
    var why = words.changes(revision);
    return why.isEmpty()
        ? text.of("revisions.changed", changed)
        : text.of("revisions.changed.why", changed, why);
  }

  /** The findings that this revision is the first to have, and those that it has no longer. */
  private List<String> because(@Nullable Alert before, Alert revision, Set<String> told) {
    var text = inquiry.text();
    var words = inquiry.words();
    var lines = new ArrayList<String>();
    var had = before == null ? Set.<String>of() : codes(before);
    for (var finding : revision.getFindings()) {
      if (had.contains(finding.getRule() + " " + finding.getCode())) {
        continue;
      }
      var rule = words.rule(finding);
      var code = text.code(finding.getCode());
      var numbers = words.numbers(finding);
      var line =
          numbers.isEmpty()
              ? text.of("revisions.because", rule, code)
              : text.of("revisions.because.numbers", rule, code, numbers);
      var meaning = words.meaning(finding);
      lines.add(
          meaning.isEmpty() || !told.add(finding.getCode())
              ? line
              : text.of("revisions.meaning", line, meaning));
    }
    if (before != null) {
      var rules = words.rules(revision);
      words.rules(before).stream()
          .filter(rule -> !rules.contains(rule))
          .forEach(rule -> lines.add(text.of("revisions.noLonger", rule)));
    }
    return lines;
  }

  private static Set<String> codes(Alert alert) {
    return alert.getFindings().stream()
        .map(finding -> finding.getRule() + " " + finding.getCode())
        .collect(Collectors.toSet());
  }
}
