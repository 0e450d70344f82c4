package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.message.Alert;
import org.marsad.message.Standing;
import org.marsad.message.SurgeFacts;
import org.marsad.schemas.Findings;

/**
 * What a surgeon needs, in a few lines: how the hospital stands, how many within 90 minutes, how
 * many within a day and how many of them critical, counted from when, coming from where, how sure.
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

  /** The lines; empty where the alert is about no hospital. */
  List<String> of(Alert alert) {
    var surge = Findings.surge(alert);
    if (surge == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    if (surge.getStanding() != Standing.RECEIVING) {
      lines.add(texts.of("say.standing." + surge.getStanding()));
    }
    if (surge.getStanding() != Standing.CLOSED) {
      lines.addAll(expected(surge, alert));
    }
    lines.add(asOf(surge, alert));
    lines.add(from(surge, alert));
    lines.add(trust(surge, alert));
    return lines;
  }

  /** The first window first, unless nothing is known of it. */
  private List<String> expected(SurgeFacts surge, Alert alert) {
    var day =
        texts.of("view.day", amounts.of(surge.getWithin24Hours()), amounts.of(surge.getCritical()));
    return time.isHourKnown(surge, alert)
        ? List.of(texts.of("view.soon", amounts.of(surge.getWithin90Minutes())), day)
        : List.of(day, texts.sentence(amounts.withoutHour(surge)));
  }

  private String asOf(SurgeFacts surge, Alert alert) {
    var key = time.isHourKnown(surge, alert) ? "view.asOf" : "view.asOf.day";
    return texts.counted(key, alert.getStrikes(), time.asOf(surge, alert));
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
}
