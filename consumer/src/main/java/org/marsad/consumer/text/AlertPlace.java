package org.marsad.consumer.text;

import java.util.List;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.Rule;

/** Where it was: the neighbourhood and its area, the hospital, or the place as it was said. */
final class AlertPlace {
  private static final int SHOWN = 3;

  private final AreaNames names;
  private final Texts texts;
  private final Bidi bidi;

  AlertPlace(AreaNames names, Texts texts) {
    this.names = names;
    this.texts = texts;
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  /** {@code Al-Fardous, Aleppo}; for a record the scope that it was counted in. */
  String of(Alert alert) {
    var place = alert.getPlace();
    if (alert.getRule() == Rule.UNPLACED_STRIKE && place != null && place.getText() != null) {
      return asSaid(place.getText());
    }
    var facts = alert.getRecord();
    if (facts != null) {
      return name(List.of(facts.getScopeCode()), alert.getArea());
    }
    var surge = alert.getSurge();
    if (surge != null) {
      return name(
          surge.getSiteId() == null ? List.of() : List.of(surge.getSiteId()), alert.getArea());
    }
    return name(alert.getNeighbourhoods(), alert.getArea());
  }

  /** The neighbourhoods of a strike or several, whomever the alert is for. */
  String neighbourhoods(Alert alert) {
    return name(alert.getNeighbourhoods(), alert.getArea());
  }

  /** The neighbourhoods without their area; the area where there is none. */
  String brief(Alert alert) {
    var surge = alert.getSurge();
    var facts = alert.getRecord();
    if (surge != null && surge.getSiteId() != null) {
      return name(surge.getSiteId());
    }
    var codes = facts == null ? alert.getNeighbourhoods() : List.of(facts.getScopeCode());
    if (alert.getRule() == Rule.UNPLACED_STRIKE || surge != null || codes.isEmpty()) {
      return of(alert);
    }
    return codes.size() == 1
        ? name(codes.get(0))
        : texts.counted("place.count", codes.size() - 1, name(codes.get(0)));
  }

  /** The name of the area. */
  String area(Alert alert) {
    return name(alert.getArea());
  }

  private String name(List<String> codes, String area) {
    var parts = codes.stream().filter(code -> !code.equals(area)).toList();
    var areaName = name(area);
    if (parts.isEmpty()) {
      return areaName;
    }
    var more = parts.size() - SHOWN;
    var shown = texts.list(parts.stream().limit(SHOWN).map(this::name).toList());
    return more > 0
        ? texts.counted("place.more", more, shown, areaName)
        : texts.of("place.within", shown, areaName);
  }

  /** The words of the one who reported it. */
  String asSaid(String words) {
    return texts.of("place.asSaid", bidi.name(PlainText.of(words)));
  }

  /** The name of an area, a neighbourhood or a site. */
  String name(String code) {
    return bidi.name(PlainText.of(names.of(code, texts.language())));
  }
}
