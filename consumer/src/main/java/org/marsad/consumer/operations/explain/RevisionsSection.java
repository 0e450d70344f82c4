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
    sheet.title(
        "HOW IT CAME ABOUT: %s, OF WHICH %d RANG"
            .formatted(
                revisions.size() == 1 ? "1 REVISION" : revisions.size() + " REVISIONS", rang));
    var told = new HashSet<String>();
    Alert before = null;
    for (var i = 0; i < revisions.size(); i++) {
      var revision = revisions.get(i);
      if (isShown(i, revisions.size())) {
        write(before, revision, told, sheet);
      } else if (i == SHOWN_AT_EACH_END) {
        sheet.text(2, "… %d more revisions …".formatted(revisions.size() - 2 * SHOWN_AT_EACH_END));
      }
      before = revision;
    }
  }

  private static boolean isShown(int index, int size) {
    return index < SHOWN_AT_EACH_END || index >= size - SHOWN_AT_EACH_END;
  }

  private void write(@Nullable Alert before, Alert revision, Set<String> told, Sheet sheet) {
    sheet.row(
        2,
        "%d  %s".formatted(revision.getRevision(), revision.getMessageType()),
        "%s  %s. %s"
            .formatted(
                inquiry.times().moment(revision.getSentAt()),
                revision.getInterrupts() ? "Rang" : "Did not ring",
                changes(before, revision)));
    for (var line : because(before, revision, told)) {
      sheet.row(2, "", line);
    }
  }

  private String changes(@Nullable Alert before, Alert revision) {
    if (before == null && revision.getStrikes() == 0) {
      return "First told.";
    }
    if (before == null) {
      return "First told: "
          + Words.counts(revision.getImpacts(), revision.getKilled(), revision.getInjured())
          + ".";
    }
    if (revision.getMessageType() == MessageType.CANCEL) {
      var reason = revision.getReason() == null ? CancelReason.OTHER : revision.getReason();
      return "Taken back: %s (%s).".formatted(Meanings.ofCancel(reason), reason);
    }
    var parts = new ArrayList<String>();
    if (before.getMessageType() == MessageType.CANCEL) {
      parts.add("raised again");
    }
    FactChange.between(before, revision, NOT_TOLD::contains).stream()
        .map(Words::change)
        .distinct()
        .forEach(parts::add);
    var text = parts.isEmpty() ? "The findings changed" : String.join(" · ", parts);
    var why = revision.getChanges().isEmpty() ? "" : " [" + ChangeWords.of(revision) + "]";
    return text + why + ".";
  }

  /** The findings that this revision is the first to have, and those that it has no longer. */
  private static List<String> because(@Nullable Alert before, Alert revision, Set<String> told) {
    var lines = new ArrayList<String>();
    var had = before == null ? Set.<String>of() : codes(before);
    for (var finding : revision.getFindings()) {
      if (had.contains(finding.getRule() + " " + finding.getCode())) {
        continue;
      }
      var numbers = Words.numbers(finding);
      var meaning = Meanings.ofFinding(finding.getCode());
      lines.add(
          "+ %s, because %s%s%s"
              .formatted(
                  Words.code(finding.getRule().name()),
                  finding.getCode(),
                  numbers.isEmpty() ? "" : " (" + numbers + ")",
                  meaning.isEmpty() || !told.add(finding.getCode()) ? "" : " – " + meaning));
    }
    if (before != null) {
      var rules = Explanation.names(revision);
      Explanation.names(before).stream()
          .filter(rule -> !rules.contains(rule))
          .forEach(rule -> lines.add("- " + rule + " is no longer true of it"));
    }
    return lines;
  }

  private static Set<String> codes(Alert alert) {
    return alert.getFindings().stream()
        .map(finding -> finding.getRule() + " " + finding.getCode())
        .collect(Collectors.toSet());
  }
}
