package org.marsad.standalone.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.AlertLine;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.processor.settings.Rules;
import org.marsad.standalone.facts.FactChange;

/** An alert explained, for a reader who has never seen the system. */
public final class Explanation {
  /** Told elsewhere on the page, or of no interest to the reader. */
  private static final Set<String> NOT_TOLD =
      Set.of(
          "revision",
          "messageType",
          "urgency",
          "sentAt",
          "expiresAt",
          "references",
          "reason.code",
          "reason.numbers",
          "onset",
          "place.lat",
          "place.lon",
          "place.text");

  private final Inquiry inquiry;
  private final Sheet sheet = new Sheet();

  private Explanation(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /**
   * The lines of the explanation, at most 100 columns each.
   *
   * @param revision which to explain, null for the newest
   * @param rules thresholds, to be compared with those in force
   * @throws IOException when there is no such revision
   */
  public static List<String> of(Evidence evidence, @Nullable Integer revision, Rules rules)
      throws IOException {
    var discretion = new Discretion(evidence.area());
    var revisions = evidence.revisions().stream().map(discretion::view).toList();
    var newest = revisions.get(revisions.size() - 1);
    var wanted = revision == null ? newest.getRevision() : revision;
    var shown = new Evidence(revisions, evidence.area(), evidence.strikes(), evidence.reports());
    for (var alert : revisions) {
      if (alert.getRevision() == wanted) {
        return new Explanation(Inquiry.of(shown, alert, rules)).lines();
      }
    }
    throw new IOException(
        "--revision: %d (expected: 1 to %d)".formatted(wanted, newest.getRevision()));
  }

  private List<String> lines() {
    headline();
    RuleWords.of(inquiry.alert().getRule()).why(inquiry, sheet);
    if (!inquiry.alert().getStrikeIds().isEmpty()) {
      new StrikesSection(inquiry).write(sheet);
    }
    revisions();
    thresholds();
    return sheet.lines();
  }

  private void headline() {
    var alert = inquiry.alert();
    var line = new AlertLine(inquiry.names(), false);
    var title = line.claim(alert).subList(0, 2);
    sheet.text(0, inquiry.discretion().hide(reality(alert) + String.join(" · ", title)));
    var sentence = RuleWords.of(alert.getRule()).sentence(inquiry);
    sheet.text(
        0,
        alert.getMessageType() == MessageType.CANCEL
            ? "WITHDRAWN. What it said: " + sentence
            : sentence);
    sheet.blank();
    sheet.row(0, "state", state());
    sheet.row(0, "certainty", Words.certainty(alert.getCertainty(), alert.getSources()));
    if (alert.getRule() != Rule.SOURCE_SILENT) { // nobody's word
      sheet.row(
          0,
          "sources",
          alert.getSources() == 1
              ? "1 independent source"
              : alert.getSources() + " independent sources");
    }
    sheet.row(0, "id", inquiry.discretion().id(alert));
    sheet.row(
        0,
        "times",
        "local, "
            + alert.getTimeZone()
            + (alert.getRule() == Rule.SOURCE_SILENT
                ? "; a revision's time is Marsad's own"
                : "; a revision's time is that of the report that led to it"));
  }

  private static String reality(Alert alert) {
    return switch (alert.getReality()) {
      case ACTUAL -> "";
      case EXERCISE -> "EXERCISE (nothing of this happened) · ";
      case TEST -> "TEST (nothing of this happened) · ";
    };
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
    if (alert.getMessageType() == MessageType.CANCEL) {
      var code = alert.getReason().getCode();
      var meaning = Words.meaning(code);
      return "withdrawn on %s: %s (%s); %s"
          .formatted(
              inquiry.times().moment(alert.getSentAt()),
              meaning.isEmpty() ? Words.code(code) : meaning,
              code,
              which);
    }
    return "standing since %s; %s".formatted(inquiry.times().moment(raised().getSentAt()), which);
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

  private void revisions() {
    var revisions = inquiry.evidence().revisions();
    sheet.title(
        revisions.size() == 1
            ? "HOW IT CAME ABOUT: 1 REVISION"
            : "HOW IT CAME ABOUT: %d REVISIONS".formatted(revisions.size()));
    var told = new HashSet<String>();
    Alert before = null;
    for (var revision : revisions) {
      sheet.row(
          2,
          "%d  %s".formatted(revision.getRevision(), revision.getMessageType()),
          inquiry.times().moment(revision.getSentAt()) + "  " + changes(before, revision));
      sheet.row(2, "", because(revision, told));
      before = revision;
    }
  }

  private String changes(@Nullable Alert before, Alert revision) {
    if (before == null) {
      var claim = new AlertLine(inquiry.names(), false).claim(revision);
      return inquiry.discretion().hide(String.join(" · ", claim));
    }
    if (revision.getMessageType() == MessageType.CANCEL) {
      return "withdrawn";
    }
    var changes =
        FactChange.between(before, revision, NOT_TOLD::contains).stream()
            .map(Words::change)
            .distinct()
            .collect(Collectors.joining(" · "));
    var again = before.getMessageType() == MessageType.CANCEL ? "raised again; " : "";
    return inquiry.discretion().hide(again + (changes.isEmpty() ? "as before" : changes));
  }

  private static String because(Alert revision, Set<String> told) {
    var reason = revision.getReason();
    var parts = new ArrayList<String>();
    parts.add("because " + reason.getCode());
    var numbers = Words.numbers(reason);
    if (!numbers.isEmpty()) {
      parts.add("(" + numbers + ")");
    }
    var meaning = Words.meaning(reason.getCode());
    if (!meaning.isEmpty() && told.add(reason.getCode())) {
      parts.add("– " + meaning);
    }
    return String.join(" ", parts);
  }

  private void thresholds() {
    var alert = inquiry.alert();
    sheet.title("THRESHOLDS IN FORCE");
    var rules = inquiry.rules();
    var whose = rules.equals(Rules.DEFAULTS) ? "the shipped defaults" : "those of the file given";
    if (inquiry.hasRulesInForce()) {
      sheet.text(
          2,
          "rules %s, %s: reports of one strike lie within %s and %s of one another."
              .formatted(
                  alert.getRulesHash(),
                  whose,
                  LocalTimes.duration(rules.association().within()),
                  Distances.of(rules.association().withinMetres())));
    } else {
      sheet.text(
          2,
          "rules %s, which are not %s (%s): thresholds of merging named above may differ. Name the"
                  .formatted(alert.getRulesHash(), whose, rules.hash())
              + " file in force with --rules.");
    }
    var numbers = Words.numbers(alert.getReason());
    if (!numbers.isEmpty()) {
      sheet.text(
          2,
          alert.getRule().name().toLowerCase(Locale.ROOT).replace('_', '-')
              + ", found and asked for: "
              + numbers
              + ".");
    }
  }
}
