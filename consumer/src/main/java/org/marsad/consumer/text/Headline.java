package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/**
 * {@code al-Fardous, Aleppo, 14:21 · 45 killed, 30 injured · HEAVIEST IN 9 DAYS · residential ·
 * danger until 15:21 [observed; 2 sources]}. What is too long loses its least grave chips first.
 */
final class Headline {
  private static final String BETWEEN = " · ";

  /** Changes that a headline names; the text below it names all. */
  private static final int CHANGES = 2;

  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Chips chips;
  private final RecordText records;
  private final ChangeText changes;
  private final CancelText cancels;

  Headline(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.chips = new Chips(texts, time, place);
    this.records = new RecordText(texts, time, place);
    this.changes = ChangeText.brief(texts, time, place);
    this.cancels = new CancelText(texts, time);
  }

  /** What kind of event it is, by its gravest finding. */
  String event(Alert alert) {
    var kind = alert.getSubject().getKind();
    if (alert.getFindings().isEmpty() || kind == SubjectKind.SITE) {
      return texts.of("event." + kind);
    }
    var lead = alert.getFindings().get(0);
    if (lead.getRule() == Rule.HEAVIEST_IN_DAYS) {
      return records.briefest(lead);
    }
    if (lead.getRule() == Rule.REPEAT_STRIKE && !Findings.isLikely(lead.getCertainty())) {
      return texts.of("event.MAYBE_REPEAT");
    }
    return texts.of(Boolean.TRUE.equals(lead.getMass()) ? "event.MASS" : "event." + lead.getRule());
  }

  /** What is gravest, with whether it updates or takes back what was told before. */
  String title(Alert alert) {
    var claims = chips.claims(alert);
    return ChangeText.isMarked(alert)
        ? changes.mark(alert, null, 0) + BETWEEN + claims.get(0)
        : claims.get(0);
  }

  /** Where and when. */
  String where(Alert alert) {
    return texts.of("headline.where", place.of(alert), time.told(alert));
  }

  /** All of it that fits: changes, a day's limits and the least grave claims are left out first. */
  String of(Alert alert, @Nullable Alert earlier, int longest) {
    var claims = new ArrayList<>(chips.claims(alert));
    var limits = new ArrayList<>(chips.limits(alert));
    var changes = CHANGES;
    var text = text(alert, earlier, changes, claims, limits);
    while (text.length() > longest && hasMore(alert, changes, claims, limits)) {
      if (changes > 1 && isUpdate(alert)) {
        changes--;
      } else if (!limits.isEmpty() && isDay(alert)) {
        limits.remove(limits.size() - 1);
      } else if (claims.size() > 2 || changes == 0 || !isUpdate(alert)) {
        claims.remove(claims.size() - 1);
      } else {
        changes--;
      }
      text = text(alert, earlier, changes, claims, limits);
    }
    return Cut.at(text, longest);
  }

  private static boolean hasMore(
      Alert alert, int changes, List<String> claims, List<String> limits) {
    return claims.size() > 1
        || (changes > 0 && isUpdate(alert))
        || (!limits.isEmpty() && isDay(alert));
  }

  private String text(
      Alert alert, @Nullable Alert earlier, int changes, List<String> claims, List<String> limits) {
    var parts = new ArrayList<String>();
    if (alert.getReality() != Reality.ACTUAL) {
      parts.add(texts.of("reality." + alert.getReality()));
    }
    if (!Findings.has(alert, Rule.CHANNEL_TEST)) {
      parts.add(where(alert));
    }
    if (ChangeText.isMarked(alert)) {
      parts.add(this.changes.mark(alert, earlier, changes));
    }
    parts.addAll(claims);
    parts.addAll(limits);
    var said = String.join(BETWEEN, parts);
    var trust = chips.trust(alert);
    return trust.isEmpty() ? said : said + " " + trust;
  }

  /** Why it is taken back, with the mark that says so first. */
  String cancelled(Alert alert) {
    return texts.of("cancel", cancels.mark(alert), cancels.why(alert));
  }

  private static boolean isUpdate(Alert alert) {
    return alert.getMessageType() == MessageType.UPDATE;
  }

  private static boolean isDay(Alert alert) {
    return alert.getSubject().getKind() == SubjectKind.DAY;
  }
}
