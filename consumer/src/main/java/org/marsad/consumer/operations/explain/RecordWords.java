package org.marsad.consumer.operations.explain;

import java.time.LocalDate;
import java.util.List;
import org.marsad.consumer.text.Figures;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.schemas.text.Counted;

/** One record in words: the value, since when nothing was as heavy, and how sure that is. */
final class RecordWords {
  /** Of {@link #row()}. */
  static final List<String> HEADINGS =
      List.of("measure", "of", "where", "value", "likely", "certain", "possible");

  private final Inquiry inquiry;
  private final RecordFacts facts;

  RecordWords(Inquiry inquiry, RecordFacts facts) {
    this.inquiry = inquiry;
    this.facts = facts;
  }

  /** {@code Strikes in Town on 20 Oct 2016: 48 people were killed. No day has been as heavy …}. */
  String sentence() {
    var what =
        facts.getScale() == Scale.DAY ? "Strikes in %s on %s: %s." : "The strike in %s on %s: %s.";
    return what.formatted(
            inquiry.name(facts.getScopeCode()),
            LocalTimes.day(facts.getDay()),
            Words.amount(facts.getMeasure(), facts.getValue()))
        + " "
        + sinceWhen();
  }

  private String sinceWhen() {
    var such = such();
    if (facts.getAtLeast()) {
      return "No %s has been as heavy for at least %s: it was not looked back further."
          .formatted(such, days(facts.getLikelyDays()));
    }
    var since = LocalTimes.day(back(facts.getLikelyDays()));
    return facts.getSinceWatchingBegan()
        ? "No %s has been as heavy since watching began on %s, %s earlier."
            .formatted(such, since, days(facts.getLikelyDays()))
        : "No %s has been as heavy since %s, %s earlier."
            .formatted(such, since, days(facts.getLikelyDays()));
  }

  String counted() {
    var what =
        switch (facts.getMeasure()) {
          case IMPACTS -> "Impacts";
          case KILLED -> "People killed";
          case CASUALTIES -> "People killed or injured";
        };
    var unreported = facts.getUnreported();
    return "%s in %s, %s: %s.%s"
        .formatted(
            what,
            inquiry.name(facts.getScopeCode()),
            facts.getScale() == Scale.DAY ? "each local day's total" : "each single strike",
            Words.range(facts.getValue()),
            unreported == 0
                ? ""
                : " For %s of that day nobody counted, so the most is open."
                    .formatted(Counted.of(unreported, "strike")));
  }

  String likely() {
    if (facts.getAtLeast()) {
      return "nothing within %s reached %d; it was not looked back further."
          .formatted(days(facts.getLikelyDays()), facts.getValue().getBest());
    }
    return (facts.getSinceWatchingBegan()
                ? "nothing since watching began reached %d. "
                : "the latest earlier %s that reached %d bounds it. ".replace("%s", such()))
            .formatted(facts.getValue().getBest())
        + subtraction(facts.getLikelyDays());
  }

  String certain() {
    return "if only %d is true, an earlier %s may have reached it. "
            .formatted(facts.getValue().getLow(), such())
        + subtraction(facts.getCertainDays());
  }

  String possible() {
    var high = facts.getValue().getHigh();
    return "if %s is true, nothing after the first of these dates reached it. "
            .formatted(high == null ? "more than anybody counted" : String.valueOf(high))
        + subtraction(facts.getPossibleDays());
  }

  /** Since when somebody was heard, and for how long nobody was. */
  String watching() {
    var silence = facts.getLongestSilenceDays();
    return "since %s, without a pause that ends a claim.%s"
        .formatted(
            LocalTimes.day(facts.getWatchedSince()),
            silence == 0
                ? " Somebody was heard of on each day of the claim."
                : " Within the claim nobody was heard for up to %s.".formatted(days(silence)));
  }

  /** The best of each of the last days as bars: {@code ▁..▃█}, a dot where nobody was heard. */
  String recent() {
    var bests = facts.getRecent();
    var most = bests.stream().filter(best -> best != null).mapToInt(best -> best).max().orElse(0);
    return "%s  to %s, the tallest %d (.: nobody was heard)"
        .formatted(Figures.bars(bests), LocalTimes.day(facts.getDay()), most);
  }

  String asked() {
    return "%s or more (here %d), and a best value of at least %d (here %d)."
        .formatted(
            days(facts.getMinDays()),
            facts.getLikelyDays(),
            facts.getFloor(),
            facts.getValue().getBest());
  }

  /** As a row under {@link #HEADINGS}. */
  List<String> row() {
    return List.of(
        Words.code(facts.getMeasure().name()),
        Words.code(facts.getScale().name()),
        inquiry.name(facts.getScopeCode()),
        Words.range(facts.getValue()),
        facts.getLikelyDays() + (facts.getAtLeast() ? " or more" : ""),
        String.valueOf(facts.getCertainDays()),
        String.valueOf(facts.getPossibleDays()));
  }

  private String such() {
    return facts.getScale() == Scale.DAY ? "day" : "strike";
  }

  private String subtraction(int days) {
    return "%s − %s = %s."
        .formatted(
            LocalTimes.day(facts.getDay(), facts.getDay()),
            LocalTimes.day(back(days), facts.getDay()),
            days(days));
  }

  private LocalDate back(int days) {
    return facts.getDay().minusDays(days);
  }

  private static String days(int days) {
    return Counted.of(days, "day");
  }
}
