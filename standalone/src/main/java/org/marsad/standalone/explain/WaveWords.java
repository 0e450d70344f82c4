package org.marsad.standalone.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.MessageType;
import org.marsad.message.TimePrecision;
import org.marsad.message.WaveFacts;
import org.marsad.processor.rules.merging.StandingStrike;

/** WAVE: which strikes followed one another, how closely, and what they come to. */
final class WaveWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry) {
    var alert = inquiry.alert();
    var wave = alert.getWave();
    if (wave == null) {
      return new AnyRuleWords().sentence(inquiry);
    }
    var sentences = new ArrayList<String>();
    sentences.add(
        "Strikes followed one another closely in %s, %s: %s."
            .formatted(
                inquiry.name(alert.getArea()),
                inquiry.times().interval(alert.getOnset(), wave.getUntil()),
                Words.count(wave.getStrikes(), "strike", "strikes")));
    if (!alert.getNeighbourhoods().isEmpty()) {
      sentences.add(
          "Known to be hit: %s."
              .formatted(
                  Words.list(alert.getNeighbourhoods().stream().map(inquiry::name).toList())));
    }
    if (wave.getResidential() > 0) {
      sentences.add(
          "Of them %d %s as residential."
              .formatted(wave.getResidential(), wave.getResidential() == 1 ? "counts" : "count"));
    }
    addTotals(wave, sentences);
    return String.join(" ", sentences);
  }

  private static void addTotals(WaveFacts wave, List<String> sentences) {
    var known = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    for (var total : totals(wave)) {
      if (total.sum == null) {
        unknown.add(total.name);
      } else {
        known.add(total.floor() + Words.count(total.sum, total.one, total.name));
      }
    }
    if (!known.isEmpty()) {
      sentences.add("In all: %s.".formatted(String.join(", ", known)));
    }
    if (!unknown.isEmpty()) {
      sentences.add("Not reported: %s.".formatted(String.join(", ", unknown)));
    }
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var alert = inquiry.alert();
    var wave = alert.getWave();
    if (wave == null) {
      new AnyRuleWords().why(inquiry, sheet);
      return;
    }
    sheet.title(
        alert.getMessageType() == MessageType.CANCEL
            ? "WHY IT COUNTED AS A WAVE"
            : "WHY IT COUNTS AS A WAVE");
    sheet.text(
        2,
        "Strikes that follow one another so closely are told of together, in one alert that grows."
            + " Where in the area they fell does not matter.");
    sheet.row(
        2,
        "rule asks",
        "at least %d strikes, each begun at most %s after all before it had ended."
            .formatted(
                wave.getMinStrikes(),
                LocalTimes.duration(Duration.ofMinutes(wave.getGapMinutes()))));
    sheet.row(2, "found", found(wave));
    var members = WaveMembers.of(inquiry, wave);
    list(inquiry, wave, members, sheet);
    sheet.row(2, "residential", residential(wave));
    for (var total : totals(wave)) {
      sheet.row(2, total.name, total(total, members));
    }
    sheet.row(2, "certainty", certainty(inquiry, wave));
  }

  private static String found(WaveFacts wave) {
    var strikes = wave.getStrikes();
    var all = strikes.getHigh();
    if (all == null || all == strikes.getBest()) {
      return Words.count(strikes, "strike", "strikes") + ", which are certainly different ones.";
    }
    return "%s. No more than %d of the %d are certainly different ones; the others' times or places are known too coarsely, so they may be the same strikes as another source tells of."
        .formatted(Words.count(strikes, "strike", "strikes"), strikes.getBest(), all);
  }

  /** The strikes in the rule's order, each with the gap before it. */
  private static void list(Inquiry inquiry, WaveFacts wave, WaveMembers members, Sheet sheet) {
    if (!members.isAsThen()) {
      sheet.text(2, members.difference());
    }
    var longest = Duration.ofMinutes(wave.getGapMinutes());
    StandingStrike latest = null;
    var number = 0;
    for (var strike : members.standing()) {
      number++;
      var time = strike.what().time();
      var said = new ArrayList<String>();
      said.add(
          inquiry
              .times()
              .span(time.from(), time.until(), TimePrecision.valueOf(time.precision().name())));
      var part = strike.what().spot().neighbourhood();
      said.add(
          part == null ? "no neighbourhood of " + area(inquiry) + " known" : inquiry.name(part));
      said.add(members.counts(strike));
      if (strike.residential()) {
        said.add("where people live");
      }
      if (latest != null) {
        said.add(gap(latest, strike, longest));
      }
      sheet.row(2, "strike " + number, String.join(" · ", said));
      if (latest == null || time.until().isAfter(latest.what().time().until())) {
        latest = strike;
      }
    }
  }

  private static String area(Inquiry inquiry) {
    return inquiry.name(inquiry.alert().getArea());
  }

  /**
   * @param latest of the strikes before, the one that ended last
   */
  private static String gap(StandingStrike latest, StandingStrike next, Duration longest) {
    var before = latest.what().time();
    var time = next.what().time();
    if (time.equals(before)) {
      return "at the same time as one before it";
    }
    var gap = Duration.between(before.until(), time.from());
    if (gap.isNegative() || gap.isZero()) {
      return "no gap before it";
    }
    return LocalTimes.duration(gap)
        + " after those before it"
        + (gap.compareTo(longest) > 0 ? ", longer than the rule asks for" : "");
  }

  private static String residential(WaveFacts wave) {
    var count = wave.getResidential();
    return count == 0
        ? "none is known to have hit where people live."
        : "%s as having hit where people live: by report, by the map or by the share of lived-in land."
            .formatted(count == 1 ? "1 strike counts" : count + " strikes count");
  }

  private static String total(Total total, WaveMembers members) {
    if (total.sum == null) {
      return "no strike has a count. That does not mean that there were none.";
    }
    var text = new StringBuilder(total.floor()).append(Words.range(total.sum));
    var terms = members.isAsThen() ? terms(members, total) : List.<Integer>of();
    if (terms.size() > 1) {
      text.append(": ")
          .append(terms.stream().map(String::valueOf).collect(Collectors.joining(" + ")))
          .append(" = ")
          .append(total.sum.getBest());
      if (members.groups().size() > 1) {
        text.append(", the largest sum of strikes that are certainly different ones");
      }
    }
    text.append('.');
    if (total.unreported > 0) {
      text.append(
              total.unreported == 1
                  ? " 1 strike has"
                  : " %d strikes have".formatted(total.unreported))
          .append(" no count")
          .append(total.missing)
          .append('.');
    }
    return text.toString();
  }

  /** The best values that were added up: those of the group with the largest sum. */
  private static List<Integer> terms(WaveMembers members, Total total) {
    return members.groups().stream()
        .map(
            group ->
                group.stream()
                    .map(total.count)
                    .filter(Objects::nonNull)
                    .map(org.marsad.processor.rules.CountRange::best)
                    .toList())
        .max(Comparator.comparingInt(bests -> bests.stream().mapToInt(Integer::intValue).sum()))
        .orElse(List.of());
  }

  private static String certainty(Inquiry inquiry, WaveFacts wave) {
    var different = wave.getStrikes().getBest();
    if (different < wave.getMinStrikes()) {
      return "only possible: %s certain to be different from one another, fewer than the %d that the rule asks for. Several sources may tell of the same strikes."
          .formatted(
              different == 1 ? "no two strikes are" : "only %d strikes are".formatted(different),
              wave.getMinStrikes());
    }
    var certainty = inquiry.alert().getCertainty();
    return "%s. So are all of its strikes%s."
        .formatted(
            Words.certainty(certainty, inquiry.alert().getSources()),
            certainty == Certainty.LIKELY ? ", or they differ from one another" : "");
  }

  private static List<Total> totals(WaveFacts wave) {
    return List.of(
        new Total(
            "impact",
            "impacts",
            wave.getImpacts(),
            wave.getUnreportedImpacts(),
            StandingStrike::countedImpacts,
            "; where time and place are known finely such a strike counts as 1, because it landed"),
        new Total(
            "killed",
            "killed",
            wave.getKilled(),
            wave.getUnreportedKilled(),
            strike -> strike.what().killed(),
            ", so there may be more"),
        new Total(
            "injured",
            "injured",
            wave.getInjured(),
            wave.getUnreportedInjured(),
            strike -> strike.what().injured(),
            ", so there may be more"));
  }

  /**
   * A sum over the strikes that have the value.
   *
   * @param one its name where it is 1
   * @param name its name
   * @param sum null where no strike has it
   * @param unreported number of strikes without
   * @param count a strike's, as it is added up
   * @param missing what is to be said of those without
   */
  private record Total(
      String one,
      String name,
      @Nullable CountRange sum,
      int unreported,
      Function<StandingStrike, org.marsad.processor.rules.@Nullable CountRange> count,
      String missing) {

    /** A sum of which some strikes lack the value is a floor. */
    String floor() {
      var isSaid = sum == null || (sum.getHigh() == null && sum.getLow() == sum.getBest());
      return unreported > 0 && !isSaid ? "at least " : "";
    }
  }
}
