package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.SurgeFacts;

/**
 * What a surgeon needs, in six lines: how many within 90 minutes, how many within a day and how
 * many of them critical, counted from when, coming from where, how sure that is, and what has
 * changed since the last message.
 */
final class HospitalView {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final Distance distance;
  private final SurgeBasis basis;

  HospitalView(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.distance = new Distance(texts);
    this.basis = new SurgeBasis(texts);
  }

  /**
   * The lines.
   *
   * @param earlier as it was told before; null: not known, and the last line is left out
   */
  List<String> of(Alert alert, @Nullable Alert earlier) {
    var surge = alert.getSurge();
    if (surge == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.addAll(expected(surge, alert));
    lines.add(asOf(surge, alert));
    lines.add(from(surge, alert));
    lines.add(trust(surge, alert));
    var before = earlier == null ? null : earlier.getSurge();
    if (earlier != null && before != null) {
      lines.add(changes(earlier, before, alert, surge));
    }
    return lines;
  }

  /** The first window first, unless nothing is known of it. */
  private List<String> expected(SurgeFacts surge, Alert alert) {
    var soon =
        time.isHourKnown(surge, alert)
            ? texts.of("view.soon", amounts.of(surge.getWithin90Minutes()))
            : texts.sentence(amounts.withoutHour(surge));
    var day =
        texts.of("view.day", amounts.of(surge.getWithin24Hours()), amounts.of(surge.getCritical()));
    var lines = time.isHourKnown(surge, alert) ? List.of(soon, day) : List.of(day, soon);
    return surge.getSiteId() == null
        ? List.of(texts.of("view.nowhere", place.area(alert), lines.get(0)), lines.get(1))
        : lines;
  }

  private String asOf(SurgeFacts surge, Alert alert) {
    var key = time.isHourKnown(surge, alert) ? "view.asOf" : "view.asOf.day";
    return texts.counted(key, surge.getStrikes(), time.asOf(surge, alert));
  }

  private String from(SurgeFacts surge, Alert alert) {
    var where = place.neighbourhoods(alert);
    var metres = surge.getDistanceMetres();
    return metres == null
        ? texts.of("view.from", where)
        : texts.of("view.from.nearest", where, distance.of(metres));
  }

  private String trust(SurgeFacts surge, Alert alert) {
    return texts.of(
        "view.trust",
        texts.of("certainty." + alert.getCertainty()),
        texts.counted("sources.independent", alert.getSources()),
        basis.of(surge));
  }

  private String changes(Alert earlier, SurgeFacts before, Alert alert, SurgeFacts now) {
    var since = time.moment(earlier.getSentAt(), alert);
    var changes = new ArrayList<String>();
    var was = soonOrNot(before, earlier);
    var is = soonOrNot(now, alert);
    if (!was.equals(is)) {
      changes.add(texts.of("view.change.soon", was, is));
    }
    add("view.change.day", before.getWithin24Hours(), now.getWithin24Hours(), changes);
    add("view.change.critical", before.getCritical(), now.getCritical(), changes);
    if (before.getStrikes() != now.getStrikes()) {
      changes.add(texts.of("view.change.strikes", before.getStrikes(), now.getStrikes()));
    }
    return changes.isEmpty()
        ? texts.of("view.unchanged", since)
        : texts.of("view.changed", since, texts.list(changes));
  }

  private String soonOrNot(SurgeFacts surge, Alert alert) {
    return time.isHourKnown(surge, alert)
        ? amounts.of(surge.getWithin90Minutes())
        : texts.of("view.change.unknown");
  }

  private void add(String key, CountRange before, CountRange now, List<String> changes) {
    if (!before.equals(now)) {
      changes.add(texts.of(key, amounts.of(before), amounts.of(now)));
    }
  }
}
