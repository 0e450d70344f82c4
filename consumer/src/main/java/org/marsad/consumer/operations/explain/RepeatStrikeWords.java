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
    return what(inquiry, finding, repeat) + danger(inquiry, inquiry.alert().getDangerUntil());
  }

  private static String what(Inquiry inquiry, Finding finding, RepeatFacts repeat) {
    var text = inquiry.text();
    if (repeat.getEarlierStrikes() == 0) {
      return text.of("repeat.pair", after(inquiry, repeat));
    }
    return text.of(
        finding.getCertainty() == Certainty.POSSIBLE ? "repeat.near" : "repeat.spot",
        after(inquiry, repeat),
        inquiry.times().moment(repeat.getEarlierOnset()),
        where(inquiry, repeat));
  }

  private static String where(Inquiry inquiry, RepeatFacts repeat) {
    var text = inquiry.text();
    var metres = repeat.getDistanceMetres();
    if (metres != null) {
      return text.of("repeat.from", text.distance(metres));
    }
    return repeat.getSameNeighbourhood() ? text.of("repeat.same") : "";
  }

  private static String danger(Inquiry inquiry, @Nullable Instant until) {
    return until == null
        ? ""
        : " " + inquiry.text().of("repeat.danger", inquiry.times().moment(until));
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var repeat = finding.getRepeat();
    if (repeat == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    var text = inquiry.text();
    var earlier = inquiry.times().moment(repeat.getEarlierOnset());
    if (repeat.getEarlierStrikes() == 0) {
      sheet.title(text.of("repeat.pair.title"));
      sheet.text(2, text.of("repeat.pair.why", after(inquiry, repeat), earlier));
      return;
    }
    sheet.title(text.of("repeat.title"));
    var isUrgent = Findings.isLikely(finding.getCertainty());
    sheet.text(
        2, text.of("repeat.why") + " " + text.of(isUrgent ? "repeat.urgent" : "repeat.notUrgent"));
    var window = text.length(Duration.ofMinutes(repeat.getWindowMinutes()));
    sheet.row(
        2, text.of("label.time"), text.of("repeat.time", earlier, after(inquiry, repeat), window));
    sheet.row(2, text.of("label.place"), place(inquiry, repeat));
    var others = repeat.getEarlierStrikes() - 1;
    if (others > 0) {
      sheet.row(2, text.of("label.others"), text.counted("repeat.others", others));
    }
    sheet.row(2, text.of("label.certainty"), text.of(certainty(finding.getCertainty(), repeat)));
  }

  private static String place(Inquiry inquiry, RepeatFacts repeat) {
    var text = inquiry.text();
    var named = repeat.getSameNeighbourhood() ? " " + text.of("repeat.place.same") : "";
    var metres = repeat.getDistanceMetres();
    if (metres == null) {
      return text.of("repeat.place.unknown") + named;
    }
    var apart = text.distance(metres);
    var reach = text.distance(repeat.getReachMetres());
    var radii = radii(inquiry, repeat);
    return (radii.isEmpty()
            ? text.of("repeat.place", apart, reach)
            : text.of("repeat.place.radii", apart, reach, inquiry.words().list(radii)))
        + named;
  }

  /** Those of the earlier strike and of this one, as far as they are known. */
  private static List<String> radii(Inquiry inquiry, RepeatFacts repeat) {
    var radii = new ArrayList<String>();
    if (!repeat.getEarlierStrikeIds().isEmpty()) {
      addRadius(inquiry, radii, inquiry.evidence().strike(repeat.getEarlierStrikeIds().get(0)));
    }
    inquiry.strikes().stream()
        .filter(strike -> !repeat.getEarlierStrikeIds().contains(strike.getStrikeId()))
        .forEach(strike -> addRadius(inquiry, radii, strike));
    return radii;
  }

  private static void addRadius(Inquiry inquiry, List<String> radii, @Nullable Strike strike) {
    if (strike != null && strike.getRadiusMetres() != null) {
      radii.add(inquiry.text().distance(Objects.requireNonNull(strike.getRadiusMetres())));
    }
  }

  /** What the rule makes of how finely both places are known, as the key of its sentence. */
  private static String certainty(Certainty certainty, RepeatFacts repeat) {
    var isUnknown = repeat.getDistanceMetres() == null;
    if (certainty == Certainty.LIKELY && isUnknown && repeat.getSameNeighbourhood()) {
      return "repeat.LIKELY.same";
    }
    return certainty == Certainty.POSSIBLE && isUnknown
        ? "repeat.POSSIBLE.unknown"
        : "repeat." + certainty;
  }

  private static String after(Inquiry inquiry, RepeatFacts repeat) {
    return inquiry.text().length(Duration.ofSeconds(repeat.getSecondsAfter()));
  }
}
