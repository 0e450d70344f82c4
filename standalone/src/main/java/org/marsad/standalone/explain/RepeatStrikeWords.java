package org.marsad.standalone.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.RepeatFacts;
import org.marsad.message.Strike;

/** REPEAT_STRIKE: how soon after an earlier strike, and how near to it. */
final class RepeatStrikeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry) {
    var alert = inquiry.alert();
    var repeat = alert.getRepeat();
    if (repeat == null) {
      return new AnyRuleWords().sentence(inquiry);
    }
    return "A second strike on one spot: on %s, %s after the strike of %s and %s from it.%s"
        .formatted(
            inquiry.times().span(alert.getOnset(), alert.getOnset(), alert.getOnsetPrecision()),
            LocalTimes.duration(Duration.ofSeconds(repeat.getSecondsAfter())),
            inquiry.times().moment(repeat.getEarlierOnset()),
            Distances.of(repeat.getDistanceMetres()),
            danger(inquiry, alert.getDangerUntil()));
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var repeat = inquiry.alert().getRepeat();
    if (repeat == null) {
      new AnyRuleWords().why(inquiry, sheet);
      return;
    }
    sheet.title("WHY IT COUNTS AS A SECOND STRIKE");
    sheet.text(
        2,
        "Whoever came to help after the first strike may have been there when the second fell. That"
            + " is why such a strike has an alert of its own.");
    sheet.row(
        2,
        "time",
        "The earlier strike began on %s. From its end to this one passed %s. The rule asks for at most %s."
            .formatted(
                inquiry.times().moment(repeat.getEarlierOnset()),
                LocalTimes.duration(Duration.ofSeconds(repeat.getSecondsAfter())),
                LocalTimes.duration(Duration.ofMinutes(repeat.getWindowMinutes()))));
    sheet.row(2, "place", place(inquiry, repeat));
    var others = repeat.getEarlierStrikeIds().size() - 1;
    if (others > 0) {
      sheet.row(
          2,
          "others",
          "%d more earlier %s so near in time and place; the numbers are about the latest of them."
              .formatted(others, others == 1 ? "strike lies" : "strikes lie"));
    }
    sheet.row(
        2,
        "certainty",
        "that of the less certain of the two strikes: "
            + Words.certainty(inquiry.alert().getCertainty(), inquiry.alert().getSources())
            + ".");
  }

  private static String place(Inquiry inquiry, RepeatFacts repeat) {
    var radii = new ArrayList<String>();
    addRadius(radii, inquiry.evidence().strike(repeat.getEarlierStrikeIds().get(0)));
    for (var id : inquiry.alert().getStrikeIds()) {
      if (!repeat.getEarlierStrikeIds().contains(id)) {
        addRadius(radii, inquiry.evidence().strike(id));
      }
    }
    return "%s from middle to middle. The rule asks for at most %s between the edges of the circles within which each may have fallen%s. Names of neighbourhoods do not matter."
        .formatted(
            Distances.of(repeat.getDistanceMetres()),
            Distances.of(repeat.getReachMetres()),
            radii.isEmpty() ? "" : " (radius " + String.join(" and ", radii) + ")");
  }

  private static void addRadius(List<String> radii, @Nullable Strike strike) {
    if (strike != null && strike.getRadiusMetres() != null) {
      radii.add(Distances.of(strike.getRadiusMetres()));
    }
  }

  private static String danger(Inquiry inquiry, @Nullable Instant until) {
    return until == null
        ? ""
        : " The spot counts as dangerous until " + inquiry.times().moment(until) + ".";
  }
}
