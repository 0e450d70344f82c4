package org.marsad.consumer.text;

import java.util.List;
import org.marsad.consumer.areas.AreaNames;
import org.marsad.message.Alert;
import org.marsad.message.RecordFacts;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

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

  /**
   * {@code Al-Fardous, Aleppo}; of a record the scope that it was counted in, so that an area's
   * stands under the area's name; of a hospital or a site its name. A notice of our own that is of
   * no area says whose it is instead.
   */
  String of(Alert alert) {
    return switch (alert.getSubject().getKind()) {
      case DAY -> name(scope(alert), alert.getArea());
      case HOSPITAL, SITE -> name(site(alert), alert.getArea());
      case SOURCE -> area(alert);
      case SYSTEM -> alert.getArea().isEmpty() ? texts.of("event.SYSTEM") : area(alert);
      case STRIKE, WAVE, OTHER -> ofStrikes(alert);
    };
  }

  /** The neighbourhoods of a strike or several, whomever the alert is for. */
  String neighbourhoods(Alert alert) {
    return name(alert.getNeighbourhoods(), alert.getArea(), alert.getNeighbourhoodsInAll());
  }

  /** The same without its area; the area where there is nothing finer. */
  String brief(Alert alert) {
    var codes =
        switch (alert.getSubject().getKind()) {
          case DAY -> scope(alert);
          case HOSPITAL, SITE -> site(alert);
          case SOURCE, SYSTEM -> List.<String>of();
          case STRIKE, WAVE, OTHER -> alert.getNeighbourhoods();
        };
    if (codes.isEmpty()) {
      return of(alert);
    }
    var more = Math.max(codes.size(), inAll(alert)) - 1;
    return more == 0 ? name(codes.get(0)) : texts.counted("place.count", more, name(codes.get(0)));
  }

  /** The name of the area. */
  String area(Alert alert) {
    return name(alert.getArea());
  }

  /** The name of the scope of a record. */
  String scope(RecordFacts record) {
    return name(record.getScopeCode());
  }

  private String ofStrikes(Alert alert) {
    var words = alert.getPlace() == null ? null : alert.getPlace().getText();
    return Findings.has(alert, Rule.UNPLACED_STRIKE) && words != null
        ? asSaid(words)
        : neighbourhoods(alert);
  }

  /** A cut list of a day's or a hospital's neighbourhoods is none of their place. */
  private static int inAll(Alert alert) {
    var kind = alert.getSubject().getKind();
    return kind == SubjectKind.STRIKE || kind == SubjectKind.WAVE
        ? alert.getNeighbourhoodsInAll()
        : 0;
  }

  private static List<String> scope(Alert alert) {
    return Findings.records(alert).stream().limit(1).map(RecordFacts::getScopeCode).toList();
  }

  private static List<String> site(Alert alert) {
    var surge = Findings.surge(alert);
    var site = surge == null ? alert.getAddressee() : surge.getSiteId();
    return site == null ? List.of() : List.of(site);
  }

  private String name(List<String> codes, String area) {
    return name(codes, area, 0);
  }

  private String name(List<String> codes, String area, int inAll) {
    var parts = codes.stream().filter(code -> !code.equals(area)).toList();
    var areaName = name(area);
    if (parts.isEmpty()) {
      return inAll > 0 ? texts.counted("place.all", inAll, areaName) : areaName;
    }
    var more = Math.max(parts.size(), inAll) - SHOWN;
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
