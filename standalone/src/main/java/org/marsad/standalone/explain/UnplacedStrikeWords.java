package org.marsad.standalone.explain;

import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.MessageType;

/** UNPLACED_STRIKE: what was said of a place that is on no map. */
final class UnplacedStrikeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry) {
    var alert = inquiry.alert();
    var said = said(inquiry, alert);
    return "A strike on %s%s: %s. Somebody has to find out where."
        .formatted(
            inquiry.times().span(alert.getOnset(), alert.getOnset(), alert.getOnsetPrecision()),
            said == null ? " of which no place is known" : " at a place that is on no map, " + said,
            Words.counts(alert.getImpacts(), alert.getKilled(), alert.getInjured()));
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var alert = inquiry.alert();
    var said = said(inquiry, alert);
    sheet.title(
        alert.getMessageType() == MessageType.CANCEL
            ? "WHY IT COUNTED AS UNPLACED"
            : "WHY IT COUNTS AS UNPLACED");
    sheet.text(
        2,
        said == null
            ? "No report gives a place that leads to an area on the maps."
            : "What was said, "
                + said
                + ", leads to no area on the maps, and no other report of the strike does.");
    sheet.text(
        2,
        "It is told of rather than dropped: it reaches those who can find out. Until then it is part"
            + " of no area's records and waves.");
  }

  private static @Nullable String said(Inquiry inquiry, Alert alert) {
    var place = alert.getPlace();
    var text = place == null ? null : place.getText();
    return text == null || text.isBlank() ? null : "“" + inquiry.discretion().of(text) + "”";
  }
}
