package org.marsad.standalone.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.message.StrikeStatus;
import org.marsad.message.SubjectKind;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.heaviest.ComparedDays;
import org.marsad.processor.rules.heaviest.ComparedDays.Day;
import org.marsad.processor.rules.heaviest.ComparedDays.Part;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.Floors;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.heaviest.Series;
import org.marsad.producer.text.Counted;

/**
 * The days that one record was compared with, counted afresh from the log. Where history has
 * changed since, it says so instead of showing sums that do not fit.
 */
final class ComparedDaysSection {
  private static final int OPEN = org.marsad.processor.rules.CountRange.OPEN;

  private final RecordFacts facts;
  private final ComparedDays days;
  private final Series series;
  private final Day today;
  private final org.marsad.processor.rules.heaviest.@Nullable RecordFacts now;

  ComparedDaysSection(Inquiry inquiry, RecordFacts facts) {
    this.facts = facts;
    this.series = Series.valueOf(facts.getScale().name() + "_" + facts.getMeasure().name());
    this.days =
        new ComparedDays(
            rule(inquiry, facts),
            inquiry.alert().getArea(),
            inquiry.map(),
            contributions(inquiry),
            inquiry.evidence().heard());
    var day = facts.getDay().toEpochDay();
    this.today = days.day(facts.getScopeCode(), series, day);
    var strike =
        inquiry.alert().getSubject().getKind() == SubjectKind.STRIKE
            ? inquiry.alert().getSubject().getId()
            : "";
    this.now = days.record(facts.getScopeCode(), series, day, strike).orElse(null);
  }

  /** Thresholds that the alert itself carries are those in force; a pause is the file's. */
  private static HeaviestInDaysRule rule(Inquiry inquiry, RecordFacts facts) {
    var floor = Math.max(1, facts.getFloor());
    var floors = new Floors(floor, floor, floor);
    return new HeaviestInDaysRule(
        Math.max(1, facts.getMinDays()),
        inquiry.rules().heaviestInDays().pauseDays(),
        floors,
        floors);
  }

  private static List<Contribution> contributions(Inquiry inquiry) {
    return inquiry.evidence().newestStrikes().stream()
        .filter(strike -> strike.getStatus() == StrikeStatus.ACTIVE)
        .map(
            strike ->
                Contribution.of(
                    strike.getStrikeId(),
                    Domain.merged(strike),
                    strike.getUpdatedAt(),
                    inquiry.map().zone()))
        .toList();
  }

  void write(Sheet sheet) {
    sheet.blank();
    if (now == null || !isSame(now)) {
      historyChanged(sheet);
      return;
    }
    table(sheet);
    total(sheet);
  }

  private boolean isSame(org.marsad.processor.rules.heaviest.RecordFacts now) {
    return facts.getValue().equals(message(now.value()))
        && facts.getLikelyDays() == now.likelyDays()
        && facts.getCertainDays() == now.certainDays()
        && facts.getPossibleDays() == now.possibleDays();
  }

  private void historyChanged(Sheet sheet) {
    sheet.text(
        2,
        "Reports that came after this revision changed the history that it was counted from, so the"
            + " days it was compared with are not shown: the sums would not fit.");
    sheet.row(
        2,
        "then",
        claim(
            facts.getValue(),
            facts.getLikelyDays(),
            facts.getCertainDays(),
            facts.getPossibleDays()));
    sheet.row(
        2,
        "now",
        now == null
            ? Words.range(message(today.value())) + ", which is no record."
            : claim(message(now.value()), now.likelyDays(), now.certainDays(), now.possibleDays()));
  }

  private static String claim(CountRange value, int likely, int certain, int possible) {
    return "%s, the heaviest in %s (certain %d, possible %d)."
        .formatted(Words.range(value), Counted.of(likely, "day"), certain, possible);
  }

  private void table(Sheet sheet) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("", "day", "least", "best", "most", "strikes"));
    rows.add(row("this " + such(), today, facts.getValue()));
    days.heaviestBefore(facts.getScopeCode(), series, today.day())
        .ifPresent(day -> rows.add(row("heaviest before", day, message(day.value()))));
    var least = facts.getValue().getLow();
    var best = facts.getValue().getBest();
    var most = facts.getValue().getHigh();
    if (!facts.getSinceWatchingBegan()) {
      add(rows, "bounds the likely days", facts.getLikelyDays(), day -> day.value().best() >= best);
    }
    add(
        rows,
        "bounds the certain days",
        facts.getCertainDays(),
        day -> day.value().high() >= least);
    add(
        rows,
        "bounds the possible days",
        facts.getPossibleDays(),
        day -> day.value().low() >= (most == null ? OPEN : most));
    sheet.table(2, 2, rows);
  }

  /** The day so many days earlier, where it reaches the value and is not only the first watched. */
  private void add(List<List<String>> rows, String name, int daysEarlier, Predicate<Day> reaches) {
    var day =
        days.day(facts.getScopeCode(), series, facts.getDay().minusDays(daysEarlier).toEpochDay());
    if (daysEarlier > 0 && reaches.test(day)) {
      rows.add(row(name, day, message(day.value())));
    }
  }

  private String such() {
    return facts.getScale() == Scale.DAY ? "day" : "strike";
  }

  private static List<String> row(String name, Day day, CountRange value) {
    var high = value.getHigh();
    return List.of(
        name,
        LocalTimes.day(LocalDate.ofEpochDay(day.day())),
        String.valueOf(value.getLow()),
        String.valueOf(value.getBest()),
        high == null ? "open" : String.valueOf(high),
        String.valueOf(day.parts().stream().mapToInt(Part::strikes).max().orElse(0)));
  }

  /** How the day's best comes about. */
  private void total(Sheet sheet) {
    if (facts.getScale() == Scale.STRIKE || today.parts().isEmpty()) {
      return;
    }
    sheet.row(
        2,
        "total",
        today.parts().stream().map(ComparedDaysSection::part).collect(Collectors.joining("; "))
            + (today.parts().size() == 1
                ? "."
                : ". What two sources count is not added up: best is the largest of these, most is"
                    + " the sum of all strikes."));
  }

  private static String part(Part part) {
    var whose =
        part.source().isEmpty()
            ? "strikes known to the hour and the neighbourhood"
            : "strikes that " + part.source() + " tells of";
    var bests = part.bests();
    var sum = bests.stream().mapToInt(Integer::intValue).sum();
    return bests.size() < 2
        ? "%s: %d".formatted(whose, sum)
        : "%s: %s = %d"
            .formatted(
                whose, bests.stream().map(String::valueOf).collect(Collectors.joining(" + ")), sum);
  }

  private static CountRange message(org.marsad.processor.rules.CountRange range) {
    return new CountRange(range.low(), range.best(), range.high() == OPEN ? null : range.high());
  }
}
