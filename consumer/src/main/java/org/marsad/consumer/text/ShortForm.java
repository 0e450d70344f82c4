package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Scale;

/**
 * One SMS: {@code EXERCISE: REPEAT STRIKE, Al-Fardous, Aleppo, 14:21, 45 killed (40-50), danger
 * until 15:21, observed, 2 sources, reply K7Q2CD}.
 *
 * <p>The steps by which it is shortened, first to last, are {@link Loss}.
 */
final class ShortForm {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final ShortFacts facts;
  private final Bidi bidi;

  ShortForm(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.facts = new ShortFacts(texts, time);
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  String of(Alert alert, @Nullable String code) {
    var parts = new ArrayList<ShortPart>();
    var where = ShortPart.of(place.of(alert)).or(Loss.AREA, place.brief(alert));
    parts.add(ShortPart.of(kind(alert)));
    parts.add(where);
    parts.add(ShortPart.of(time.brief(alert)).or(Loss.TIME, ""));
    parts.addAll(facts.of(alert));
    if (alert.getMessageType() != MessageType.CANCEL) {
      parts.addAll(danger(alert));
      parts.addAll(trust(alert));
    }
    parts.add(
        ShortPart.of(
            code == null
                ? bidi.code("#" + ShortId.of(alert))
                : texts.of("short.reply", bidi.code(PlainText.of(code)))));
    return new Shortening(texts, marks(alert), parts, where).fit();
  }

  /** What must never be missed: that it is an exercise, that it is withdrawn. */
  private List<ShortPart> marks(Alert alert) {
    var marks = new ArrayList<ShortPart>();
    if (alert.getReality() != Reality.ACTUAL) {
      marks.add(ShortPart.of(texts.of("reality." + alert.getReality())));
    }
    var type = ShortPart.of(texts.of("type." + alert.getMessageType()));
    if (alert.getMessageType() == MessageType.CANCEL) {
      marks.add(type);
    } else if (alert.getMessageType() == MessageType.UPDATE) {
      marks.add(type.or(Loss.UPDATE, ""));
    }
    return marks;
  }

  private String kind(Alert alert) {
    var record = alert.getRecord();
    if (record == null) {
      return texts.code("short", alert.getRule().name());
    }
    var key = record.getScale() == Scale.STRIKE ? "rule.HEAVIEST_STRIKE" : "rule.HEAVIEST_DAY";
    return texts.counted(key, record.getLikelyDays());
  }

  private List<ShortPart> danger(Alert alert) {
    var until = alert.getDangerUntil();
    return until == null || !until.isAfter(alert.getSentAt())
        ? List.of()
        : List.of(ShortPart.of(texts.of("danger", time.moment(until, alert))).or(Loss.DANGER, ""));
  }

  private List<ShortPart> trust(Alert alert) {
    return alert.getRule() == Rule.SOURCE_SILENT
        ? List.of()
        : List.of(
            ShortPart.of(texts.of("certainty." + alert.getCertainty())).or(Loss.CERTAINTY, ""),
            ShortPart.of(texts.counted("sources", alert.getSources())).or(Loss.SOURCES, ""));
  }
}
