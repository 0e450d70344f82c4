package org.marsad.consumer.text;

import java.util.List;
import java.util.stream.Collectors;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.Rule;

/** Where it was: the neighbourhood and its area, the hospital, or the place as it was said. */
final class AlertPlace {
  private static final int SHOWN = 3;

  private final AreaNames names;
  private final Texts texts;

  AlertPlace(AreaNames names, Texts texts) {
    this.names = names;
    this.texts = texts;
  }

  /** {@code Al-Fardous, Aleppo}; for a record the scope that it was counted in. */
  String of(Alert alert) {
    var place = alert.getPlace();
    if (alert.getRule() == Rule.UNPLACED_STRIKE && place != null && place.getText() != null) {
      return texts.of("place.asSaid", PlainText.of(place.getText()));
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
    var shown = parts.stream().limit(SHOWN).map(this::name).collect(Collectors.joining(", "));
    var more = parts.size() - SHOWN;
    return more > 0
        ? texts.of("place.more", shown, more, areaName)
        : texts.of("place.within", shown, areaName);
  }

  private String name(String code) {
    return PlainText.of(names.of(code, texts.locale().getLanguage()));
  }
}
