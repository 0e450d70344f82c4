package org.marsad.consumer.operations.decisions;

import java.util.stream.Collectors;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.Reality;

/** What a decision says, in words. */
public final class DecisionText {
  private static final int REPORT_ID = 300;

  private DecisionText() {}

  /** {@code src-a:1 and src-b:7 are one strike, aleppo}. */
  public static String of(Decision decision) {
    var reports =
        decision.getReportIds().stream()
            .map(id -> PlainText.of(id, REPORT_ID))
            .collect(Collectors.joining(" and "));
    var says =
        switch (decision.getKind()) {
          case ASSOCIATE -> " are one strike";
          case DISASSOCIATE -> " are not one strike";
          case PREFER -> " counts first in its strike";
          case PLACE -> " happened in " + place(decision);
        };
    var marked = decision.getReality() == Reality.ACTUAL ? "" : decision.getReality() + " ";
    var isPlace = decision.getKind() == DecisionKind.PLACE;
    return marked + reports + says + (isPlace ? "" : ", " + PlainText.of(decision.getArea()));
  }

  /** The same, with who decided it and why. */
  public static String whole(Decision decision) {
    return "%s, by %s: %s"
        .formatted(
            of(decision),
            PlainText.of(decision.getDecidedBy()),
            PlainText.of(decision.getReason(), WhoAndWhy.REASON));
  }

  private static String place(Decision decision) {
    var neighbourhood = decision.getNeighbourhood();
    return PlainText.of(neighbourhood == null ? decision.getArea() : neighbourhood);
  }
}
