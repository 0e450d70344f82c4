package org.marsad.consumer.operations.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.Alert;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Finding;
import org.marsad.message.Strike;
import org.marsad.message.WaveFacts;

/** WAVE: which strikes followed one another, how closely, and what they come to. */
final class WaveWords implements RuleWords {
  @Override
  public String sentence(Inquiry inquiry, Finding finding) {
    var alert = inquiry.alert();
    var wave = finding.getWave();
    if (wave == null) {
      return new AnyRuleWords().sentence(inquiry, finding);
    }
    var text = inquiry.text();
    var sentences = new ArrayList<String>();
    sentences.add(
        text.of(
            "wave.sentence",
            inquiry.name(alert.getArea()),
            inquiry.times().interval(alert.getOnset(), wave.getUntil()),
            text.amount("strikes", wave.getStrikes())));
    if (alert.getNeighbourhoods().isEmpty() && alert.getNeighbourhoodsInAll() > 0) {
      sentences.add(
          text.of("wave.hit", text.counted("wave.neighbourhoods", alert.getNeighbourhoodsInAll())));
    }
    if (!alert.getNeighbourhoods().isEmpty()) {
      var names = alert.getNeighbourhoods().stream().map(inquiry::name).toList();
      sentences.add(text.of("wave.hit", inquiry.words().list(names)));
    }
    if (wave.getResidential() > 0) {
      sentences.add(text.counted("wave.residential", wave.getResidential()));
    }
    addUnreported(text, alert, sentences);
    return String.join(" ", sentences);
  }

  private static void addUnreported(ExplainText text, Alert alert, List<String> sentences) {
    var unknown = new ArrayList<String>();
    addWhere(alert.getImpacts() == null, text.of("label.IMPACTS"), unknown);
    addWhere(alert.getKilled() == null, text.of("label.KILLED"), unknown);
    addWhere(alert.getInjured() == null, text.of("label.injured"), unknown);
    if (!unknown.isEmpty()) {
      sentences.add(text.of("wave.unreported", text.list(unknown)));
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
    var text = inquiry.text();
    sheet.title(inquiry.title("wave.title"));
    sheet.text(2, text.of("wave.how"));
    var longest = text.length(Duration.ofMinutes(wave.getGapMinutes()));
    sheet.row(
        2,
        text.of("label.asks"),
        text.of("wave.asks", text.strikes(wave.getMinStrikes()), longest));
    sheet.row(2, text.of("label.found"), found(text, wave));
    var members = WaveMembers.of(inquiry);
    list(inquiry, wave, members, sheet);
    sheet.row(2, text.of("label.residential"), residential(text, wave));
    for (var total : totals(inquiry.alert(), wave)) {
      sheet.row(2, text.of("label." + total.name), total(text, total, members));
    }
    sheet.row(2, text.of("label.certainty"), certainty(inquiry, finding, wave));
  }

  private static String found(ExplainText text, WaveFacts wave) {
    var strikes = wave.getStrikes();
    var all = strikes.getHigh();
    var counted = text.amount("strikes", strikes);
    return all == null || all == strikes.getBest()
        ? text.of("wave.found", counted)
        : text.of("wave.found.coarse", counted, strikes.getBest(), all);
  }

  /** The strikes in the rule's order, each with the gap before it. */
  private static void list(Inquiry inquiry, WaveFacts wave, WaveMembers members, Sheet sheet) {
    var text = inquiry.text();
    var difference = members.difference(text);
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
              ? text.of("wave.nowhere", inquiry.name(strike.getArea()))
              : inquiry.name(part));
      said.add(
          inquiry.words().counts(strike.getImpacts(), strike.getKilled(), strike.getInjured()));
      if (strike.getResidential() != null) {
        said.add(text.of("wave.lived"));
      }
      if (latest != null) {
        said.add(gap(text, latest, strike, longest));
      }
      sheet.row(2, text.of("wave.strike", number), String.join(" · ", said));
      if (latest == null || strike.getOccurredUntil().isAfter(latest.getOccurredUntil())) {
        latest = strike;
      }
    }
  }

  /**
   * @param latest of the strikes before, the one that ended last
   */
  private static String gap(ExplainText text, Strike latest, Strike next, Duration longest) {
    if (next.getOccurredFrom().equals(latest.getOccurredFrom())
        && next.getOccurredUntil().equals(latest.getOccurredUntil())) {
      return text.of("wave.sameTime");
    }
    var gap = Duration.between(latest.getOccurredUntil(), next.getOccurredFrom());
    if (gap.isNegative() || gap.isZero()) {
      return text.of("wave.noGap");
    }
    return text.of(gap.compareTo(longest) > 0 ? "wave.gap.long" : "wave.gap", text.length(gap));
  }

  private static String residential(ExplainText text, WaveFacts wave) {
    var count = wave.getResidential();
    return count == 0 ? text.of("wave.homes.none") : text.counted("wave.homes", count);
  }

  private static String total(ExplainText text, Total total, WaveMembers members) {
    if (total.sum == null) {
      return text.of("wave.total.none");
    }
    var range = text.range(total.sum);
    var sum =
        Sums.of(members.standing(), total.count, total.sum.getBest())
            .map(parts -> text.of("wave.total.sum", range, text.code(parts)))
            .orElseGet(() -> text.of("wave.total", range));
    return total.unreported == 0
        ? sum
        : sum + " " + text.counted("wave.total.missing", total.unreported);
  }

  private static String certainty(Inquiry inquiry, Finding finding, WaveFacts wave) {
    var text = inquiry.text();
    var different = wave.getStrikes().getBest();
    if (different < wave.getMinStrikes()) {
      return different == 1
          ? text.of("wave.certainty.none", wave.getMinStrikes())
          : text.of("wave.certainty.short", wave.getMinStrikes(), different);
    }
    var certainty = finding.getCertainty();
    return text.of(
        certainty == Certainty.LIKELY ? "wave.certainty.likely" : "wave.certainty",
        inquiry.words().certainty(certainty, inquiry.alert().getSources()));
  }

  private static List<Total> totals(Alert alert, WaveFacts wave) {
    return List.of(
        new Total("IMPACTS", alert.getImpacts(), wave.getUnreportedImpacts(), WaveWords::impacts),
        new Total("KILLED", alert.getKilled(), wave.getUnreportedKilled(), Strike::getKilled),
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
   * @param name of the value, as the labels have it
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
