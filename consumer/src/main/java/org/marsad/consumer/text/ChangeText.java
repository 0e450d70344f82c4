package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.CancelReason;
import org.marsad.message.Change;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.message.SurgeFacts;
import org.marsad.schemas.Findings;

/**
 * What is new since the reader was last told, the gravest first: {@code new: second strike}, {@code
 * killed 20, was 6}, {@code danger until 16:02}. Where it is not known what the reader was told,
 * the alert's own codes say what is new since the last interrupting revision.
 */
public final class ChangeText {
  /** What the claims beside it say as well. */
  private static final Set<Change> SEEN_BESIDE =
      EnumSet.of(
          Change.SEVERITY_ROSE,
          Change.SEVERITY_FELL,
          Change.MASS,
          Change.CASUALTIES,
          Change.RESIDENTIAL_STRIKE,
          Change.PROTECTED_SITE_STRIKE,
          Change.REPEAT_STRIKE,
          Change.HEAVIEST_IN_DAYS,
          Change.UNPLACED_STRIKE,
          Change.DANGER_EXTENDED);

  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final DoubtText doubts;
  private final boolean withBounds;

  /**
   * @param names of areas, for people
   * @param language English or Arabic
   */
  public ChangeText(AreaNames names, Locale language) {
    this(Texts.in(language), names);
  }

  private ChangeText(Texts texts, AreaNames names) {
    this(texts, new AlertTime(texts), new AlertPlace(names, texts));
  }

  ChangeText(Texts texts, AlertTime time, AlertPlace place) {
    this(texts, time, place, true);
  }

  private ChangeText(Texts texts, AlertTime time, AlertPlace place, boolean withBounds) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.doubts = new DoubtText(texts);
    this.withBounds = withBounds;
  }

  /**
   * The same for a line that says what is so now: without the bounds of the counts, and without
   * what stands beside it.
   */
  static ChangeText brief(Texts texts, AlertTime time, AlertPlace place) {
    return new ChangeText(texts, time, place, false);
  }

  /**
   * {@code UPDATE: killed 20, was 6; new: second strike}.
   *
   * @param most changes that are named, the gravest; 0: the bare word
   */
  String mark(Alert alert, @Nullable Alert earlier, int most) {
    if (alert.getMessageType() != MessageType.UPDATE) {
      var wasPart = earlier != null && earlier.getReason() == CancelReason.REPLACED;
      return texts.of(wasPart ? "type.REINSTATED.REPLACED" : "type.REINSTATED");
    }
    var changed = of(alert, earlier).stream().limit(most).toList();
    return changed.isEmpty() ? texts.of("type.UPDATE") : texts.of("update", list(changed));
  }

  /** Whether something is to be said of what was told before: it changed, or stands again. */
  static boolean isMarked(Alert alert) {
    return alert.getMessageType() == MessageType.UPDATE || isReinstated(alert);
  }

  private static boolean isReinstated(Alert alert) {
    return alert.getMessageType() == MessageType.ALERT
        && alert.getChanges().contains(Change.REINSTATED);
  }

  /** Several in a row. */
  String list(List<String> changes) {
    return String.join(texts.of("change.separator"), changes);
  }

  /**
   * The changes.
   *
   * @param earlier as the reader was told it; null: not known
   */
  public List<String> of(Alert alert, @Nullable Alert earlier) {
    if (alert.getMessageType() != MessageType.UPDATE) {
      return isReinstated(alert) ? List.of(texts.of("changed.REINSTATED")) : List.of();
    }
    if (earlier == null) {
      return codes(alert);
    }
    var changes = new ArrayList<String>();
    if (earlier.getMessageType() == MessageType.CANCEL) {
      changes.add(texts.of("changed.REINSTATED"));
    }
    counts(earlier, alert, changes);
    if (Findings.has(earlier, Rule.REPEAT_STRIKE) && !Findings.has(alert, Rule.REPEAT_STRIKE)) {
      changes.add(noSecondStrike());
    }
    if (alert.getChanges().contains(Change.PARTED)) {
      changes.add(texts.of("changed.PARTED"));
    }
    findings(earlier, alert, changes);
    surges(earlier, alert, changes);
    records(earlier, alert, changes);
    whereAndWhen(earlier, alert, changes);
    doubts(earlier, alert, changes);
    certainty(earlier, alert, changes);
    return changes.stream().distinct().toList();
  }

  /** The gravest; beside it that a second strike was none, because people act on that. */
  List<String> gravest(Alert alert, @Nullable Alert earlier) {
    var changes = of(alert, earlier);
    return changes.stream()
        .filter(change -> change.equals(changes.get(0)) || change.equals(noSecondStrike()))
        .toList();
  }

  private String noSecondStrike() {
    return texts.of("change.gone", name(Rule.REPEAT_STRIKE));
  }

  /** Where more sources speak, that says why it is surer. */
  private List<String> codes(Alert alert) {
    var all = new ArrayList<>(alert.getChanges());
    all.remove(Change.OTHER);
    if (all.contains(Change.SURER)) {
      all.remove(Change.SOURCES);
    }
    if (!withBounds) {
      all.removeIf(SEEN_BESIDE::contains);
    }
    return all.stream()
        .map(
            change ->
                change == Change.SURER && alert.getSources() == 2
                    ? texts.of("change.second")
                    : texts.of("changed." + change))
        .distinct()
        .toList();
  }

  private void findings(Alert earlier, Alert alert, List<String> changes) {
    for (var finding : alert.getFindings()) {
      var before = Findings.of(earlier, finding.getRule()).orElse(null);
      if (before == null) {
        if (withBounds) {
          changes.add(texts.of("change.new", name(finding.getRule())));
        }
      } else {
        grown(before, finding, changes);
      }
    }
    for (var before : earlier.getFindings()) {
      if (!Findings.has(alert, before.getRule()) && before.getRule() != Rule.REPEAT_STRIKE) {
        changes.add(texts.of("change.gone", name(before.getRule())));
      }
    }
  }

  private void grown(Finding before, Finding now, List<String> changes) {
    if (now.getRule() == Rule.REPEAT_STRIKE
        && Findings.isLikely(now.getCertainty())
        && !Findings.isLikely(before.getCertainty())) {
      changes.add(
          withBounds
              ? texts.of("change.new", name(Rule.REPEAT_STRIKE))
              : texts.of("changed.SURER"));
    } else if (now.getRule() == Rule.PROTECTED_SITE_STRIKE
        && !now.getSites().equals(before.getSites())) {
      changes.add(texts.of("change.sites"));
    }
  }

  private void counts(Alert earlier, Alert alert, List<String> changes) {
    if (alert.getSubject().getKind() == SubjectKind.HOSPITAL) {
      return;
    }
    count("killed", earlier.getKilled(), alert.getKilled(), changes);
    count("injured", earlier.getInjured(), alert.getInjured(), changes);
    count("impacts", earlier.getImpacts(), alert.getImpacts(), changes);
    if (alert.getSubject().getKind() != SubjectKind.STRIKE
        && earlier.getStrikes() != alert.getStrikes()) {
      changes.add(texts.of("change.strikes", earlier.getStrikes(), alert.getStrikes()));
    }
  }

  private void count(
      String name, @Nullable CountRange before, @Nullable CountRange now, List<String> changes) {
    if (Objects.equals(before, now)) {
      return;
    }
    if (now == null) {
      changes.add(texts.of("change." + name + ".gone"));
    } else if (before == null) {
      changes.add(texts.of("change." + name + ".first", amount(now)));
    } else if (amount(before).equals(amount(now))) {
      changes.add(texts.of("changed.COUNTS")); // its bounds alone
    } else {
      changes.add(texts.of("change." + name, amount(before), amount(now)));
    }
  }

  private void surges(Alert earlier, Alert alert, List<String> changes) {
    var before = Findings.surge(earlier);
    var now = Findings.surge(alert);
    if (before == null || now == null) {
      return;
    }
    if (before.getStanding() != now.getStanding()) {
      changes.add(texts.of("change.standing." + now.getStanding()));
    }
    var was = soonOrNot(before, earlier);
    var is = soonOrNot(now, alert);
    if (!was.equals(is)) {
      changes.add(texts.of("change.soon", was, is));
    }
    arrivals("change.day", before.getWithin24Hours(), now.getWithin24Hours(), changes);
    arrivals("change.critical", before.getCritical(), now.getCritical(), changes);
    if (earlier.getStrikes() != alert.getStrikes()) {
      changes.add(texts.of("change.strikes", earlier.getStrikes(), alert.getStrikes()));
    }
  }

  private String soonOrNot(SurgeFacts surge, Alert alert) {
    return time.isHourKnown(surge, alert)
        ? amount(surge.getWithin90Minutes())
        : texts.of("change.unknown");
  }

  private void arrivals(String key, CountRange before, CountRange now, List<String> changes) {
    if (!before.equals(now)) {
      changes.add(texts.of(key, amount(before), amount(now)));
    }
  }

  private void records(Alert earlier, Alert alert, List<String> changes) {
    var before = longest(earlier);
    var now = longest(alert);
    if (before > 0 && now > 0 && before != now) {
      changes.add(texts.of("change.record", days(before), days(now)));
    }
  }

  private static int longest(Alert alert) {
    return Findings.records(alert).stream().mapToInt(RecordFacts::getLikelyDays).max().orElse(0);
  }

  private String days(int days) {
    return texts.counted("days", days);
  }

  private void whereAndWhen(Alert earlier, Alert alert, List<String> changes) {
    var was = place.neighbourhoods(earlier);
    var is = place.neighbourhoods(alert);
    if (alert.getSubject().getKind() == SubjectKind.STRIKE && !was.equals(is)) {
      changes.add(texts.of("change.place", was, is));
    } else if (alert.getChanges().contains(Change.PLACE_MOVED)) {
      changes.add(texts.of("changed.PLACE_MOVED"));
    }
    var danger = alert.getDangerUntil();
    if (withBounds
        && danger != null
        && danger.isAfter(alert.getSentAt())
        && !danger.equals(earlier.getDangerUntil())) {
      changes.add(texts.of("danger", time.moment(danger, alert)));
    }
  }

  private void doubts(Alert earlier, Alert alert, List<String> changes) {
    var before = doubts.chips(earlier);
    var now = doubts.chips(alert);
    if (withBounds) {
      now.stream()
          .filter(doubt -> !before.contains(doubt))
          .forEach(doubt -> changes.add(texts.of("change.new", doubt)));
    }
    before.stream()
        .filter(doubt -> !now.contains(doubt))
        .forEach(doubt -> changes.add(texts.of("change.gone", doubt)));
  }

  /** Another source says why it is surer. */
  private void certainty(Alert earlier, Alert alert, List<String> changes) {
    if (alert.getSources() > earlier.getSources()) {
      changes.add(
          alert.getSources() == 2
              ? texts.of("change.second")
              : texts.counted("change.confirmed", alert.getSources()));
    } else {
      if (earlier.getCertainty() != alert.getCertainty()) {
        changes.add(
            texts.of(
                "change.certainty",
                texts.of("certainty." + earlier.getCertainty()),
                texts.of("certainty." + alert.getCertainty())));
      }
      if (alert.getSources() < earlier.getSources()) {
        changes.add(
            texts.of(
                "change.sources",
                Integer.toString(earlier.getSources()),
                texts.counted("sources", alert.getSources())));
      }
    }
  }

  private String amount(CountRange range) {
    return withBounds ? amounts.of(range) : amounts.best(range);
  }

  private String name(Rule rule) {
    return texts.of("finding." + rule);
  }
}
