package org.marsad.consumer.operations.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.RepeatFacts;
import org.marsad.message.Strike;
import org.marsad.schemas.Findings;

/** REPEAT_STRIKE: how soon after an earlier strike, and how near to it; or one that may be two. */
final class RepeatStrikeWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var repeat = finding.getRepeat();
    if (repeat == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var danger = danger(inquiry, inquiry.alert().getDangerUntil());
    if (repeat.getEarlierStrikes() == 0) {
      return "It may be two strikes, %s apart: its reports do not state the same time.%s"
          .formatted(after(repeat), danger);
    }
    return "%s: %s after the strike of %s%s.%s"
        .formatted(
            finding.getCertainty() == Certainty.POSSIBLE
                ? "It may be near an earlier strike"
                : "A second strike on one spot",
            after(repeat),
            inquiry.times().moment(repeat.getEarlierOnset()),
            where(repeat),
            danger);
  }

  private static String where(RepeatFacts repeat) {
    var metres = repeat.getDistanceMetres();
    if (metres != null) {
      return " and " + Words.distance(metres) + " from it";
    }
    return repeat.getSameNeighbourhood() ? " and in the same neighbourhood" : "";
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var repeat = finding.getRepeat();
    if (repeat == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    if (repeat.getEarlierStrikes() == 0) {
      twoInOne(inquiry, repeat, sheet);
      return;
    }
    sheet.title("WHY IT COUNTS AS A SECOND STRIKE");
    sheet.text(
        2,
        "Whoever came to help after the first strike may have been there when the second fell. "
            + urgency(finding.getCertainty()));
    sheet.row(
        2,
        "time",
        "The earlier strike began on %s. From its end to this one passed %s. The rule asks for at most %s."
            .formatted(
                inquiry.times().moment(repeat.getEarlierOnset()), after(repeat), window(repeat)));
    sheet.row(2, "place", place(inquiry, repeat));
    var others = repeat.getEarlierStrikes() - 1;
    if (others > 0) {
      sheet.row(
          2,
          "others",
          "%d more earlier %s so near in time and place; the numbers are about the latest of them."
              .formatted(others, others == 1 ? "strike lies" : "strikes lie"));
    }
    sheet.row(2, "certainty", certainty(finding.getCertainty(), repeat));
  }

  private static String urgency(Certainty certainty) {
    return Findings.isLikely(certainty)
        ? "That is why it goes first, and passes mutes, to all who were told of the first."
        : "Only what is likely at least goes first and passes mutes: this one is told like any"
            + " other alert.";
  }

  private static void twoInOne(Inquiry inquiry, RepeatFacts repeat, Sheet sheet) {
    sheet.title("WHY IT MAY BE TWO STRIKES");
    sheet.text(
        2,
        "Its reports were taken for one strike, but those that know the minute state times that lie"
            + " %s apart, the earlier %s. It may be two strikes on one spot, so it is told as a possible one."
                .formatted(after(repeat), inquiry.times().moment(repeat.getEarlierOnset())));
  }

  private static String place(Inquiry inquiry, RepeatFacts repeat) {
    var metres = repeat.getDistanceMetres();
    var named = repeat.getSameNeighbourhood() ? " Both name the same neighbourhood." : "";
    if (metres == null) {
      return "at least one of the two is known by its neighbourhood alone, so no distance is told."
          + named;
    }
    var radii = new ArrayList<String>();
    if (!repeat.getEarlierStrikeIds().isEmpty()) {
      addRadius(radii, inquiry.evidence().strike(repeat.getEarlierStrikeIds().get(0)));
    }
    inquiry.strikes().stream()
        .filter(strike -> !repeat.getEarlierStrikeIds().contains(strike.getStrikeId()))
        .forEach(strike -> addRadius(radii, strike));
    return "%s from middle to middle%s. The rule looks within %s.%s"
        .formatted(
            Words.distance(metres),
            radii.isEmpty() ? "" : ", with circles of radius " + String.join(" and ", radii),
            Words.distance(repeat.getReachMetres()),
            named);
  }

  private static void addRadius(List<String> radii, @Nullable Strike strike) {
    if (strike != null && strike.getRadiusMetres() != null) {
      radii.add(Words.distance(Objects.requireNonNull(strike.getRadiusMetres())));
    }
  }

  /** What the rule makes of how finely both places are known. */
  private static String certainty(Certainty certainty, RepeatFacts repeat) {
    return switch (certainty) {
      case OBSERVED ->
          "observed: both strikes are, and even the far edges of both circles lie within reach.";
      case LIKELY ->
          repeat.getDistanceMetres() == null && repeat.getSameNeighbourhood()
              ? "likely: both name one neighbourhood, but no two points are close for certain."
              : "likely: the less certain of the two strikes is, or only their circles come close.";
      case POSSIBLE ->
          "possible: only the edges of the circles%s come so close, or one of the strikes is only possible itself."
              .formatted(
                  repeat.getDistanceMetres() == null
                      ? " (where no point is known, the neighbourhood's)"
                      : "");
      case UNKNOWN -> "unknown.";
    };
  }

  private static String after(RepeatFacts repeat) {
    return LocalTimes.duration(Duration.ofSeconds(repeat.getSecondsAfter()));
  }

  private static String window(RepeatFacts repeat) {
    return LocalTimes.duration(Duration.ofMinutes(repeat.getWindowMinutes()));
  }

  private static String danger(Inquiry inquiry, @Nullable Instant until) {
    return until == null
        ? ""
        : " The spot counts as dangerous until " + inquiry.times().moment(until) + ".";
  }
}
