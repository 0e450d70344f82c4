package org.marsad.standalone.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.CountRange;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.message.StrikeStatus;
import org.marsad.processor.rules.heaviest.ComparedDays;
import org.marsad.processor.rules.heaviest.ComparedDays.Day;
import org.marsad.processor.rules.heaviest.ComparedDays.Group;
import org.marsad.processor.rules.heaviest.Contribution;
import org.marsad.processor.rules.heaviest.Floors;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.heaviest.Series;
import org.marsad.processor.topology.Domain;

/** HEAVIEST_IN_DAYS: the compared days and the subtraction of dates. */
final class HeaviestInDaysWords implements RuleWords {
  private static final int OPEN = org.marsad.processor.rules.CountRange.OPEN;

  @Override
  public String sentence(Inquiry inquiry) {
    var facts = Objects.requireNonNull(inquiry.alert().getRecord());
    var floor = facts.getUnreported() > 0 ? "at least " : "";
    var where = inquiry.name(facts.getScopeCode());
    var what =
        facts.getScale() == Scale.DAY
            ? "Strikes in %s on %s: %s%s."
            : "The heaviest single strike in %s on %s: %s%s.";
    return what.formatted(
            where,
            LocalTimes.day(facts.getDay()),
            floor,
            Words.amount(facts.getMeasure(), facts.getValue()))
        + " "
        + sinceWhen(facts);
  }

  private static String sinceWhen(RecordFacts facts) {
    var such = facts.getScale() == Scale.DAY ? "day" : "strike";
    var since = facts.getDay().minusDays(facts.getLikelyDays());
    return facts.getSinceRecordsBegan()
        ? "No %s has been as heavy since records began on %s, %s earlier."
            .formatted(such, LocalTimes.day(since), days(facts.getLikelyDays()))
        : "No %s has been as heavy since %s, %s earlier."
            .formatted(such, LocalTimes.day(since), days(facts.getLikelyDays()));
  }

  @Override
  public void why(Inquiry inquiry, Sheet sheet) {
    var facts = Objects.requireNonNull(inquiry.alert().getRecord());
    sheet.title("WHY: THE DAYS THAT WERE COMPARED");
    var rule = rule(facts);
    var strikes = contributions(inquiry);
    var days = new ComparedDays(rule, inquiry.alert().getArea(), inquiry.map(), strikes);
    var series = series(facts);
    var day = facts.getDay().toEpochDay();
    var now = days.record(facts.getScopeCode(), series, day).orElse(null);
    var today = days.day(facts.getScopeCode(), series, day);
    if (now == null || !same(facts, now)) {
      historyChanged(facts, now, today, sheet);
      return;
    }
    sheet.text(2, counted(inquiry, facts));
    sheet.blank();
    table(facts, days, series, today, sheet);
    sheet.blank();
    total(facts, today, sheet);
    sheet.row(2, "likely", likely(facts, days, series));
    sheet.row(2, "certain", certain(facts, days, series));
    sheet.row(2, "possible", possible(facts, days, series));
    sheet.row(
        2,
        "rule asks",
        "%s or more (here %d), and a best value of at least %d (here %d)."
            .formatted(
                days(facts.getMinDays()),
                facts.getLikelyDays(),
                facts.getFloor(),
                facts.getValue().getBest()));
  }

  /** Only thresholds that the alert itself carries are asked, so that they are those in force. */
  private static HeaviestInDaysRule rule(RecordFacts facts) {
    var floor = Math.max(1, facts.getFloor());
    var floors = new Floors(floor, floor, floor);
    return new HeaviestInDaysRule(Math.max(1, facts.getMinDays()), floors, floors);
  }

  private static List<Contribution> contributions(Inquiry inquiry) {
    return inquiry.evidence().newestStrikes().stream()
        .filter(strike -> strike.getStatus() == StrikeStatus.ACTIVE)
        .map(
            strike ->
                Contribution.of(strike.getStrikeId(), Domain.merged(strike), inquiry.map().zone()))
        .toList();
  }

  private static Series series(RecordFacts facts) {
    return Series.valueOf(facts.getScale().name() + "_" + facts.getMeasure().name());
  }

  private static boolean same(
      RecordFacts then, org.marsad.processor.rules.heaviest.RecordFacts now) {
    return then.getValue().equals(message(now.value()))
        && then.getLikelyDays() == now.likelyDays()
        && then.getCertainDays() == now.certainDays()
        && then.getPossibleDays() == now.possibleDays()
        && then.getSinceRecordsBegan() == now.sinceRecordsBegan()
        && then.getRecordsBegan().toEpochDay() == now.recordsBegan()
        && then.getUnreported() == now.unreported();
  }

  private static void historyChanged(
      RecordFacts then,
      org.marsad.processor.rules.heaviest.@Nullable RecordFacts now,
      Day today,
      Sheet sheet) {
    sheet.text(
        2,
        "Reports that came after this revision changed the history that it was counted from, so the"
            + " days it was compared with are not shown: the sums would not fit.");
    sheet.row(
        2,
        "then",
        Words.range(then.getValue())
            + ", the heaviest in "
            + days(then.getLikelyDays())
            + " (certain "
            + then.getCertainDays()
            + ", possible "
            + then.getPossibleDays()
            + ").");
    sheet.row(
        2,
        "now",
        now == null
            ? Words.range(message(today.value())) + ", which is no record."
            : Words.range(message(now.value()))
                + ", the heaviest in "
                + days(now.likelyDays())
                + " (certain "
                + now.certainDays()
                + ", possible "
                + now.possibleDays()
                + ").");
  }

  private static String counted(Inquiry inquiry, RecordFacts facts) {
    var what =
        switch (facts.getMeasure()) {
          case IMPACTS -> "Impacts";
          case KILLED -> "People killed";
          case CASUALTIES -> "People killed or injured";
        };
    return what
        + " in "
        + inquiry.name(facts.getScopeCode())
        + (facts.getScale() == Scale.DAY
            ? ", each local day's total."
            : ", each local day's heaviest strike.");
  }

  private static void table(
      RecordFacts facts, ComparedDays days, Series series, Day today, Sheet sheet) {
    var scope = facts.getScopeCode();
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("", "day", "least", "best", "most", "strikes", "groups"));
    var value = facts.getValue();
    rows.add(row("this day", today, value));
    days.heaviestBefore(scope, series, today.day())
        .ifPresent(day -> rows.add(row("heaviest day before", day)));
    rows.add(bound("bounds the likely days", likelyBound(facts, days, series)));
    rows.add(bound("bounds the certain days", certainBound(facts, days, series)));
    rows.add(bound("bounds the possible days", possibleBound(facts, days, series)));
    sheet.table(2, 2, rows);
  }

  private static List<String> bound(String name, @Nullable Day day) {
    return day == null ? List.of(name, "none") : row(name, day);
  }

  private static List<String> row(String name, Day day) {
    return row(name, day, message(day.value()));
  }

  private static List<String> row(String name, Day day, CountRange value) {
    var high = value.getHigh();
    return List.of(
        name,
        LocalTimes.day(LocalDate.ofEpochDay(day.day())),
        String.valueOf(value.getLow()),
        String.valueOf(value.getBest()),
        high == null ? "open" : String.valueOf(high),
        String.valueOf(day.strikes()),
        String.valueOf(day.groups().size()));
  }

  private static void total(RecordFacts facts, Day today, Sheet sheet) {
    if (facts.getScale() == Scale.STRIKE || today.groups().isEmpty()) {
      return;
    }
    var largest = today.groups().get(0);
    var text = new StringBuilder();
    if (largest.bests().size() > 1) {
      text.append(sum(largest)).append(" = ").append(facts.getValue().getBest()).append(". ");
    }
    if (today.groups().size() > 1) {
      text.append("There are ")
          .append(today.groups().size())
          .append(" groups of strikes: ")
          .append(
              today.groups().stream()
                  .map(HeaviestInDaysWords::name)
                  .collect(Collectors.joining("; ")))
          .append(
              ". Two sources that count the same day are not added up: least and best are the"
                  + " largest group's, most is the sum of all. ");
    }
    if (facts.getUnreported() > 0) {
      text.append(
          "%d of the day's strikes came without this count, so the total is a floor."
              .formatted(facts.getUnreported()));
    }
    if (text.length() > 0) {
      sheet.row(2, "total", text.toString().strip());
    }
  }

  private static String sum(Group group) {
    return group.bests().stream().map(String::valueOf).collect(Collectors.joining(" + "));
  }

  private static String name(Group group) {
    var whose =
        group.lineage().isEmpty()
            ? "those known to the hour and the neighbourhood"
            : "those known only coarsely, from " + group.lineage();
    return whose + " (best " + group.bests().stream().mapToInt(Integer::intValue).sum() + ")";
  }

  private static String likely(RecordFacts facts, ComparedDays days, Series series) {
    var value = facts.getValue().getBest();
    var bound = likelyBound(facts, days, series);
    var heaviest = days.heaviestBefore(facts.getScopeCode(), series, facts.getDay().toEpochDay());
    var text = new StringBuilder();
    text.append("%d on %s. ".formatted(value, LocalTimes.day(facts.getDay())));
    if (bound == null) {
      text.append(
          "No earlier day since records began on %s reached %d; "
              .formatted(LocalTimes.day(facts.getRecordsBegan(), facts.getDay()), value));
      text.append(
          heaviest
              .map(
                  day ->
                      "the heaviest before was %d on %s. "
                          .formatted(day.value().best(), shortDay(day, facts)))
              .orElse("no earlier day had any. "));
    } else {
      text.append(
          "The latest earlier day that reached %d was %s, with %d. "
              .formatted(value, shortDay(bound, facts), bound.value().best()));
    }
    return text + subtraction(facts, facts.getLikelyDays());
  }

  private static String certain(RecordFacts facts, ComparedDays days, Series series) {
    var low = facts.getValue().getLow();
    var bound = certainBound(facts, days, series);
    var text =
        bound == null
            ? "Even if only %d is true, no earlier day can have reached it. ".formatted(low)
            : "If only %d is true, %s may have reached it, with up to %s. "
                .formatted(low, shortDay(bound, facts), most(bound));
    return text + subtraction(facts, facts.getCertainDays());
  }

  private static String possible(RecordFacts facts, ComparedDays days, Series series) {
    var high = facts.getValue().getHigh();
    var bound = possibleBound(facts, days, series);
    var most = high == null ? "more than anybody knows" : String.valueOf(high);
    var text =
        bound == null
            ? "If %s is true, no earlier day reached that for certain. ".formatted(most)
            : "If %s is true, %s still reached it, with at least %d. "
                .formatted(most, shortDay(bound, facts), bound.value().low());
    return text + subtraction(facts, facts.getPossibleDays());
  }

  private static @Nullable Day likelyBound(RecordFacts facts, ComparedDays days, Series series) {
    return facts.getSinceRecordsBegan()
        ? null
        : bound(
            facts,
            days,
            series,
            facts.getLikelyDays(),
            day -> day.value().best() >= facts.getValue().getBest());
  }

  private static @Nullable Day certainBound(RecordFacts facts, ComparedDays days, Series series) {
    return bound(
        facts,
        days,
        series,
        facts.getCertainDays(),
        day -> day.value().high() >= facts.getValue().getLow());
  }

  private static @Nullable Day possibleBound(RecordFacts facts, ComparedDays days, Series series) {
    var high = facts.getValue().getHigh();
    return bound(
        facts,
        days,
        series,
        facts.getPossibleDays(),
        day -> day.value().low() >= (high == null ? OPEN : high));
  }

  /** The day so many days earlier, null where it is only the first day of the records. */
  private static @Nullable Day bound(
      RecordFacts facts,
      ComparedDays days,
      Series series,
      int daysEarlier,
      Predicate<Day> reaches) {
    var day =
        days.day(facts.getScopeCode(), series, facts.getDay().minusDays(daysEarlier).toEpochDay());
    return daysEarlier > 0 && reaches.test(day) ? day : null;
  }

  private static String subtraction(RecordFacts facts, int days) {
    var since = facts.getDay().minusDays(days);
    return "%s − %s = %s."
        .formatted(
            LocalTimes.day(facts.getDay(), facts.getDay()),
            LocalTimes.day(since, facts.getDay()),
            days(days));
  }

  private static String shortDay(Day day, RecordFacts facts) {
    return LocalTimes.day(LocalDate.ofEpochDay(day.day()), facts.getDay());
  }

  private static String most(Day day) {
    return day.value().high() == OPEN ? "an open number" : String.valueOf(day.value().high());
  }

  private static String days(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private static CountRange message(org.marsad.processor.rules.CountRange range) {
    return new CountRange(range.low(), range.best(), range.high() == OPEN ? null : range.high());
  }
}
