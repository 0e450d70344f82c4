package org.marsad.consumer.operations.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Strike;
import org.marsad.message.WaveFacts;
import org.marsad.schemas.text.Counted;

/** WAVE: which strikes followed one another, how closely, and what they come to. */
final class WaveWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var alert = inquiry.alert();
    var wave = finding.getWave();
    if (wave == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var sentences = new ArrayList<String>();
    sentences.add(
        "Strikes followed one another closely in %s, %s: %s."
            .formatted(
                inquiry.name(alert.getArea()),
                inquiry.times().interval(alert.getOnset(), wave.getUntil()),
                Words.count(wave.getStrikes(), "strike", "strikes")));
    if (alert.getNeighbourhoods().isEmpty() && alert.getNeighbourhoodsInAll() > 0) {
      sentences.add(
          "Known to be hit: %s."
              .formatted(Counted.of(alert.getNeighbourhoodsInAll(), "neighbourhood")));
    }
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
    addUnreported(alert, sentences);
    return String.join(" ", sentences);
  }

  private static void addUnreported(Alert alert, List<String> sentences) {
    var unknown = new ArrayList<String>();
    addWhere(alert.getImpacts() == null, "impacts", unknown);
    addWhere(alert.getKilled() == null, "killed", unknown);
    addWhere(alert.getInjured() == null, "injured", unknown);
    if (!unknown.isEmpty()) {
      sentences.add("Not reported: %s.".formatted(String.join(", ", unknown)));
    }
  }

  private static void addWhere(boolean condition, String name, List<String> names) {
    if (condition) {
      names.add(name);
    }
  }

  @Override
  public void why(Inquiry inquiry, Finding finding, Sheet sheet) {
    var wave = finding.getWave();
    if (wave == null) {
      new AnyRuleWords().why(inquiry, finding, sheet);
      return;
    }
    sheet.title(
        inquiry.alert().getMessageType() == MessageType.CANCEL
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
    var members = WaveMembers.of(inquiry);
    list(inquiry, wave, members, sheet);
    sheet.row(2, "residential", residential(wave));
    for (var total : totals(inquiry.alert(), wave)) {
      sheet.row(2, total.name, total(total, members));
    }
    sheet.row(2, "certainty", certainty(inquiry, finding, wave));
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
    var difference = members.difference();
    if (!difference.isEmpty()) {
      sheet.text(2, difference);
    }
    var longest = Duration.ofMinutes(wave.getGapMinutes());
    Strike latest = null;
    var number = 0;
    for (var strike : members.standing()) {
      number++;
      var said = new ArrayList<String>();
      said.add(
          inquiry
              .times()
              .span(
                  strike.getOccurredFrom(), strike.getOccurredUntil(), strike.getTimePrecision()));
      var part = strike.getNeighbourhood();
      said.add(
          part == null
              ? "no neighbourhood of " + inquiry.name(strike.getArea()) + " known"
              : inquiry.name(part));
      said.add(Words.counts(strike.getImpacts(), strike.getKilled(), strike.getInjured()));
      if (strike.getResidential() != null) {
        said.add("where people live");
      }
      if (latest != null) {
        said.add(gap(latest, strike, longest));
      }
      sheet.row(2, "strike " + number, String.join(" · ", said));
      if (latest == null || strike.getOccurredUntil().isAfter(latest.getOccurredUntil())) {
        latest = strike;
      }
    }
  }

  /**
   * @param latest of the strikes before, the one that ended last
   */
  private static String gap(Strike latest, Strike next, Duration longest) {
    if (next.getOccurredFrom().equals(latest.getOccurredFrom())
        && next.getOccurredUntil().equals(latest.getOccurredUntil())) {
      return "at the same time as one before it";
    }
    var gap = Duration.between(latest.getOccurredUntil(), next.getOccurredFrom());
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
    var text = new StringBuilder(Words.range(total.sum));
    Sums.of(members.standing(), total.count, total.sum.getBest())
        .ifPresent(sum -> text.append(": ").append(sum));
    text.append('.');
    if (total.unreported > 0) {
      text.append(
              total.unreported == 1
                  ? " 1 strike has"
                  : " %d strikes have".formatted(total.unreported))
          .append(" no count, so there may be more.");
    }
    return text.toString();
  }

  private static String certainty(Inquiry inquiry, Finding finding, WaveFacts wave) {
    var different = wave.getStrikes().getBest();
    if (different < wave.getMinStrikes()) {
      return "only possible: %s certain to be different from one another, fewer than the %d that the rule asks for. Several sources may tell of the same strikes."
          .formatted(
              different == 1 ? "no two strikes are" : "only %d strikes are".formatted(different),
              wave.getMinStrikes());
    }
    var certainty = finding.getCertainty();
    return "%s. So are all of its strikes%s."
        .formatted(
            Words.certainty(certainty, inquiry.alert().getSources()),
            certainty == Certainty.LIKELY ? ", or they differ from one another" : "");
  }

  private static List<Total> totals(Alert alert, WaveFacts wave) {
    return List.of(
        new Total("impacts", alert.getImpacts(), wave.getUnreportedImpacts(), WaveWords::impacts),
        new Total("killed", alert.getKilled(), wave.getUnreportedKilled(), Strike::getKilled),
        new Total("injured", alert.getInjured(), wave.getUnreportedInjured(), Strike::getInjured));
  }

  /** A strike without a count of impacts landed once at least. */
  private static CountRange impacts(Strike strike) {
    var said = strike.getImpacts();
    return said == null ? new CountRange(1, 1, null) : said;
  }

  /**
   * A sum over the strikes that have the value.
   *
   * @param name its name
   * @param sum null where no strike has it
   * @param unreported number of strikes without
   * @param count a strike's, as it is added up
   */
  private record Total(
      String name,
      @Nullable CountRange sum,
      int unreported,
      Function<Strike, @Nullable CountRange> count) {}
}
