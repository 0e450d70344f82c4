package org.marsad.consumer.operations.explain;

import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;

/** CASUALTIES: whether people were hurt, whether they were many, or that nobody has counted yet. */
final class CasualtiesWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    if (isTrue(finding.getUnknown())) {
      return inquiry.text().of("casualties.unknown");
    }
    return inquiry.text().of(isTrue(finding.getMass()) ? "casualties.mass" : "casualties");
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var alert = inquiry.alert();
    var text = inquiry.text();
    sheet.title(text.of("casualties.title"));
    if (isTrue(finding.getUnknown())) {
      var isInjuredKnown = alert.getInjured() != null;
      sheet.text(
          2, text.of(isInjuredKnown ? "casualties.uncounted.killed" : "casualties.uncounted"));
      return;
    }
    sheet.row(2, text.of("label.KILLED"), count(inquiry, alert.getKilled()));
    sheet.row(2, text.of("label.injured"), count(inquiry, alert.getInjured()));
    sheet.row(2, text.of("label.asks"), text.of("casualties.asks"));
    var killed = Numbers.of(finding, "massKilled");
    var casualties = Numbers.of(finding, "massCasualties");
    if (killed.isPresent() && casualties.isPresent()) {
      var key = isTrue(finding.getMass()) ? "casualties.isMass" : "casualties.notMass";
      sheet.row(2, text.of("label.mass"), text.of(key, killed.getAsLong(), casualties.getAsLong()));
    }
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static String count(Inquiry inquiry, @Nullable CountRange range) {
    return range == null
        ? inquiry.text().of("casualties.notReported")
        : inquiry.text().range(range) + ".";
  }
}
