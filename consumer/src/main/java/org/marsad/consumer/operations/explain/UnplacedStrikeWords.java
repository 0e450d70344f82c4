package org.marsad.consumer.operations.explain;

import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;

/** UNPLACED_STRIKE: what was said of a place that is on no map. */
final class UnplacedStrikeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var said = said(inquiry.alert());
    return "%s. Somebody has to find out where."
        .formatted(
            said == null
                ? "No place of it is known"
                : "The place that was said is on no map: " + said);
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var alert = inquiry.alert();
    var said = said(alert);
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
        "It is told of rather than dropped: it reaches those who can find out. Until then it is"
            + " part of no area's records and waves.");
  }

  private static @Nullable String said(Alert alert) {
    var place = alert.getPlace();
    var text = place == null ? null : place.getText();
    return text == null || text.isBlank() ? null : "“" + PlainText.of(text) + "”";
  }
}
