package org.marsad.consumer.operations.explain;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;

/** CASUALTIES: whether people were hurt, whether they were many, or that nobody has counted yet. */
final class CasualtiesWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    if (isTrue(finding.getUnknown())) {
      return "Nobody has counted yet whether people were hurt. That is no all clear.";
    }
    return isTrue(finding.getMass())
        ? "Many people were killed or injured."
        : "People were killed or injured.";
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var alert = inquiry.alert();
    sheet.title("WHY IT IS ABOUT CASUALTIES");
    if (isTrue(finding.getUnknown())) {
      sheet.text(2, uncounted(alert.getInjured()));
      return;
    }
    sheet.row(2, "killed", count(alert.getKilled()));
    sheet.row(2, "injured", count(alert.getInjured()));
    sheet.row(2, "rule asks", "one killed or injured, by the best estimate. It needs no history.");
    var killed = Numbers.of(finding, "massKilled");
    var casualties = Numbers.of(finding, "massCasualties");
    if (killed.isPresent() && casualties.isPresent()) {
      sheet.row(2, "many", many(finding, killed, casualties));
    }
  }

  private static String uncounted(@Nullable CountRange injured) {
    var missing = injured == null ? "killed or injured" : "killed";
    return ("No report gives a number of %s. Until one does, the strike counts as one that may have"
            + " hurt people.")
        .formatted(missing);
  }

  private static String many(Finding finding, OptionalLong killed, OptionalLong casualties) {
    return "%s: the rule asks for %d killed, or for %d killed and injured together."
        .formatted(
            isTrue(finding.getMass()) ? "yes" : "no", killed.getAsLong(), casualties.getAsLong());
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static String count(@Nullable CountRange range) {
    return range == null ? "not reported." : Words.range(range) + ".";
  }
}
