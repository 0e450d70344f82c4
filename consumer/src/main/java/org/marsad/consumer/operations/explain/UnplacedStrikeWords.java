package org.marsad.consumer.operations.explain;

import org.jspecify.annotations.Nullable;
import org.marsad.message.Finding;

/** UNPLACED_STRIKE: what was said of a place that is on no map. */
final class UnplacedStrikeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    return withSaid(inquiry, "unplaced.sentence");
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    sheet.title(inquiry.title("unplaced.title"));
    sheet.text(2, withSaid(inquiry, "unplaced.why"));
    sheet.text(2, inquiry.text().of("unplaced.how"));
  }

  private static String withSaid(Inquiry inquiry, String key) {
    var said = said(inquiry);
    return said == null ? inquiry.text().of(key) : inquiry.text().of(key + ".said", said);
  }

  private static @Nullable String said(Inquiry inquiry) {
    var place = inquiry.alert().getPlace();
    var words = place == null ? null : place.getText();
    return words == null || words.isBlank()
        ? null
        : inquiry.text().of("quote", inquiry.said(words));
  }
}
