package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.SubjectKind;

/**
 * One SMS: {@code EXERCISE: al-Fardous, Aleppo, 14:21, SECOND STRIKE, 340 m from 14:05, 3 killed
 * (2-4), danger until 15:21, observed, 2 sources, reply K7Q2CD}.
 *
 * <p>The steps by which it is shortened, first to last, are {@link Loss}.
 */
final class ShortForm {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final ShortFacts facts;
  private final Chips chips;
  private final ChangeText changes;
  private final CancelText cancels;
  private final DoubtText doubts;
  private final Bidi bidi;

  ShortForm(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.facts = new ShortFacts(texts, time, place);
    this.chips = new Chips(texts, time, place);
    this.changes = ChangeText.brief(texts, time, place);
    this.cancels = new CancelText(texts, time);
    this.doubts = new DoubtText(texts);
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  /**
   * The text.
   *
   * @param earlier as the reader was told it; null: not known
   * @param code to reply with; null: a short name of the alert stands there
   */
  String of(Alert alert, @Nullable Alert earlier, @Nullable String code) {
    var parts = new ArrayList<ShortPart>();
    var where = ShortPart.of(place.of(alert)).or(Loss.AREA, place.brief(alert));
    if (alert.getSubject().getKind() != SubjectKind.SYSTEM) {
      parts.add(where);
      parts.add(ShortPart.of(time.brief(alert)).or(Loss.TIME, ""));
    }
    if (alert.getMessageType() == MessageType.CANCEL) {
      parts.addAll(cancelled(alert));
    } else {
      parts.addAll(facts.of(alert));
      doubts.chips(alert).forEach(doubt -> parts.add(ShortPart.of(doubt).or(Loss.DOUBT, "")));
      parts.addAll(danger(alert));
      parts.addAll(trust(alert));
    }
    parts.add(
        ShortPart.of(
            code == null
                ? bidi.code("#" + ShortId.of(alert))
                : texts.of("short.reply", bidi.code(PlainText.of(code)))));
    return new Shortening(texts, marks(alert, earlier), parts, where).fit();
  }

  /** What must never be missed: that it is an exercise or a test, that it is taken back. */
  private List<ShortPart> marks(Alert alert, @Nullable Alert earlier) {
    var marks = new ArrayList<ShortPart>();
    if (alert.getReality() != Reality.ACTUAL) {
      marks.add(ShortPart.of(texts.of("reality." + alert.getReality())));
    }
    if (alert.getMessageType() == MessageType.CANCEL) {
      marks.add(ShortPart.of(cancels.mark(alert)));
    } else if (alert.getMessageType() == MessageType.UPDATE) {
      marks.add(update(alert, earlier));
    } else if (ChangeText.isMarked(alert)) {
      marks.add(ShortPart.of(changes.mark(alert, earlier, 0)));
    }
    return marks;
  }

  /** With the gravest of what has changed. */
  private ShortPart update(Alert alert, @Nullable Alert earlier) {
    var gravest = changes.gravest(alert, earlier);
    var bare = texts.of("type.UPDATE");
    return gravest.isEmpty()
        ? ShortPart.of(bare).or(Loss.UPDATE, "")
        : ShortPart.of(texts.of("short.update", changes.list(gravest)))
            .or(Loss.DETAIL, texts.of("short.update", gravest.get(0)))
            .or(Loss.CHANGE, bare)
            .or(Loss.UPDATE, "");
  }

  /** That the strike stands is never lost. */
  private List<ShortPart> cancelled(Alert alert) {
    var parts = new ArrayList<ShortPart>();
    if (!alert.getFindings().isEmpty()) {
      parts.add(
          ShortPart.of(texts.of("cancel.said", facts.lead(alert))).or(Loss.THIRD_FINDING, ""));
    }
    parts.add(ShortPart.of(cancels.why(alert)).or(Loss.WHY, cancels.brief(alert)));
    return parts;
  }

  private List<ShortPart> danger(Alert alert) {
    var danger = chips.danger(alert);
    return danger == null ? List.of() : List.of(ShortPart.of(danger).or(Loss.DANGER, ""));
  }

  private List<ShortPart> trust(Alert alert) {
    return chips.trust(alert).isEmpty()
        ? List.of()
        : List.of(
            ShortPart.of(texts.of("certainty." + alert.getCertainty())).or(Loss.CERTAINTY, ""),
            ShortPart.of(texts.counted("sources", alert.getSources())).or(Loss.SOURCES, ""));
  }
}
