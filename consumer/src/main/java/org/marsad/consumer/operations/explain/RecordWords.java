package org.marsad.consumer.operations.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.RecordFacts;

/** One record in words: the value, since when nothing was as heavy, and how sure that is. */
final class RecordWords {
  private final Inquiry inquiry;
  private final ExplainText text;
  private final RecordFacts facts;

  RecordWords(Inquiry inquiry, RecordFacts facts) {
    this.inquiry = inquiry;
    this.text = inquiry.text();
    this.facts = facts;
  }

  /** Of {@link #row()}. */
  static List<String> headings(ExplainText text) {
    return Stream.of(
            "record.head.measure",
            "record.head.of",
            "record.head.where",
            "record.head.value",
            "label.likely",
            "label.certain",
            "label.possible")
        .map(text::of)
        .toList();
  }

  /** {@code Strikes in Town on 20 Oct 2016: 48 killed. No day has been as heavy since …}. */
  String sentence() {
    var what =
        text.of(
            "record." + facts.getScale(),
            inquiry.name(facts.getScopeCode()),
            day(facts.getDay()),
            text.amount(facts.getMeasure().name(), facts.getValue()));
    return what + " " + sinceWhen();
  }

  private String sinceWhen() {
    var such = text.of("such." + facts.getScale());
    var days = days(facts.getLikelyDays());
    if (facts.getAtLeast()) {
      return text.of("record.atLeast", such, days);
    }
    var key = facts.getSinceWatchingBegan() ? "record.began" : "record.since";
    return text.of(key, such, day(back(facts.getLikelyDays())), days);
  }

  String counted() {
    var counted =
        text.of(
            "record.counted." + facts.getScale(),
            text.of("record.measure." + facts.getMeasure()),
            inquiry.name(facts.getScopeCode()),
            text.range(facts.getValue()));
    var unreported = facts.getUnreported();
    return unreported == 0
        ? counted
        : counted + " " + text.of("record.uncounted", text.strikes(unreported));
  }

  String likely() {
    var best = facts.getValue().getBest();
    if (facts.getAtLeast()) {
      return text.of("record.likely.atLeast", days(facts.getLikelyDays()), best);
    }
    var key = facts.getSinceWatchingBegan() ? "began" : facts.getScale().name();
    return text.of("record.likely." + key, best, subtraction(facts.getLikelyDays()));
  }

  String certain() {
    var low = facts.getValue().getLow();
    return text.of("record.certain." + facts.getScale(), low, subtraction(facts.getCertainDays()));
  }

  String possible() {
    var high = facts.getValue().getHigh();
    var subtraction = subtraction(facts.getPossibleDays());
    return high == null
        ? text.of("record.possible.open", subtraction)
        : text.of("record.possible", high, subtraction);
  }

  /** Since when somebody was heard, and for how long nobody was. */
  String watching() {
    var since = day(facts.getWatchedSince());
    var silence = facts.getLongestSilenceDays();
    return silence == 0
        ? text.of("record.watching", since)
        : text.of("record.watching.silence", since, days(silence));
  }

  /** The best of each of the last days as bars: {@code ▁..▃█}, a dot where nobody was heard. */
  String recent() {
    var bests = facts.getRecent();
    var most = bests.stream().filter(best -> best != null).mapToInt(best -> best).max().orElse(0);
    return text.of("record.recent", ExplainText.bars(bests), day(facts.getDay()), most);
  }

  String asked() {
    return text.of(
        "record.asked",
        days(facts.getMinDays()),
        facts.getLikelyDays(),
        facts.getFloor(),
        facts.getValue().getBest());
  }

  /** As a row under {@link #headings}. */
  List<String> row() {
    var likely = facts.getLikelyDays();
    return List.of(
        text.of("record.value." + facts.getMeasure()),
        text.of("such." + facts.getScale()),
        inquiry.name(facts.getScopeCode()),
        text.range(facts.getValue()),
        facts.getAtLeast() ? text.of("record.orMore", likely) : String.valueOf(likely),
        String.valueOf(facts.getCertainDays()),
        String.valueOf(facts.getPossibleDays()));
  }

  private String subtraction(int days) {
    var times = inquiry.times();
    return text.of(
        "record.subtraction",
        times.day(facts.getDay(), facts.getDay()),
        times.day(back(days), facts.getDay()),
        days(days));
  }

  private LocalDate back(int days) {
    return facts.getDay().minusDays(days);
  }

  private String day(LocalDate day) {
    return inquiry.times().day(day);
  }

  private String days(int days) {
    return inquiry.words().days(days);
  }
}
