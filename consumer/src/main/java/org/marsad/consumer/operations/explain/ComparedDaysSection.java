package org.marsad.consumer.operations.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.CountRange;
import org.marsad.message.DayRow;
import org.marsad.message.RecordFacts;
import org.marsad.message.Scale;
import org.marsad.message.Scope;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;

/**
 * The days that a day's record was compared with, as the processor counts them now. Where history
 * has changed since, it says so instead of showing sums that do not fit.
 */
final class ComparedDaysSection {
  private static final Duration LONGEST_DATED = Duration.ofHours(24);

  private final Inquiry inquiry;
  private final ExplainText text;
  private final RecordFacts facts;
  private final List<DayRow> days;
  private final @Nullable DayRow today;

  ComparedDaysSection(Inquiry inquiry, RecordFacts facts) {
    this.inquiry = inquiry;
    this.text = inquiry.text();
    this.facts = facts;
    this.days =
        inquiry.evidence().days().stream()
            .filter(row -> row.getScopeCode().equals(facts.getScopeCode()))
            .sorted(Comparator.comparing(DayRow::getDay))
            .toList();
    this.today = on(facts.getDay());
  }

  /** Of a single strike it writes nothing: the record says itself since when there was none. */
  void write(Sheet sheet) {
    if (facts.getScale() == Scale.STRIKE) {
      return;
    }
    sheet.blank();
    var day = today;
    if (day == null || !value(day).equals(facts.getValue()) || isOtherwiseNow()) {
      historyChanged(sheet);
      return;
    }
    table(day, sheet);
    total(sheet);
  }

  private @Nullable DayRow on(LocalDate day) {
    return days.stream().filter(row -> row.getDay().equals(day)).findFirst().orElse(null);
  }

  /** What later days are compared with; where nobody counted, any number may be. */
  private CountRange value(DayRow row) {
    var counted =
        switch (facts.getMeasure()) {
          case IMPACTS -> row.getImpacts();
          case KILLED -> row.getKilled();
          case CASUALTIES -> row.getCasualties();
        };
    if (counted != null) {
      return counted;
    }
    return new CountRange(0, 0, row.getStrikes() > 0 ? null : Integer.valueOf(0));
  }

  /** Whether the claim cannot be made of the days as they are now. */
  private boolean isOtherwiseNow() {
    return isAfter(facts.getLikelyDays(), this::reachesBest)
        || (facts.getScope() == Scope.AREA && isAfter(facts.getCertainDays(), this::mayReachLow))
        || (isBounded() && !isBound(back(facts.getLikelyDays())));
  }

  private boolean isAfter(int daysEarlier, Predicate<DayRow> reaches) {
    return days.stream()
        .filter(row -> row.getDay().isAfter(back(daysEarlier)))
        .filter(row -> row.getDay().isBefore(facts.getDay()))
        .anyMatch(reaches);
  }

  private boolean isBounded() {
    return !facts.getSinceWatchingBegan() && !facts.getAtLeast();
  }

  /** A longer strike, spread evenly over its days, may bound a claim on a day of less. */
  private boolean isBound(LocalDate day) {
    var row = on(day);
    return row != null && (reachesBest(row) || isTouchedByLonger(day));
  }

  private boolean isTouchedByLonger(LocalDate day) {
    return inquiry.evidence().newestStrikes().stream()
        .filter(strike -> strike.getStatus() == StrikeStatus.ACTIVE && isLonger(strike))
        .anyMatch(
            strike ->
                !inquiry.times().localDay(strike.getOccurredFrom()).isAfter(day)
                    && !lastDay(strike).isBefore(day));
  }

  private static boolean isLonger(Strike strike) {
    return Duration.between(strike.getOccurredFrom(), strike.getOccurredUntil())
            .compareTo(LONGEST_DATED)
        > 0;
  }

  private LocalDate lastDay(Strike strike) {
    Instant until = strike.getOccurredUntil();
    return inquiry
        .times()
        .localDay(until.equals(strike.getOccurredFrom()) ? until : until.minusMillis(1));
  }

  private boolean reachesBest(DayRow row) {
    return value(row).getBest() >= facts.getValue().getBest();
  }

  private boolean mayReachLow(DayRow row) {
    var high = value(row).getHigh();
    return high == null || (high > 0 && high >= facts.getValue().getLow());
  }

  private boolean certainlyReachesHigh(DayRow row) {
    var high = facts.getValue().getHigh();
    return high != null && value(row).getLow() >= high;
  }

  private LocalDate back(int daysEarlier) {
    return facts.getDay().minusDays(daysEarlier);
  }

  private void historyChanged(Sheet sheet) {
    sheet.text(2, text.of("days.changed"));
    sheet.row(2, text.of("label.then"), text.range(facts.getValue()) + ".");
    var now = today == null ? text.of("days.nothing") : text.range(value(today)) + ".";
    sheet.row(2, text.of("label.now"), now);
  }

  private void table(DayRow day, Sheet sheet) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "",
            text.of("days.head.day"),
            text.of("days.head.least"),
            text.of("days.head.best"),
            text.of("days.head.most"),
            text.of("days.head.strikes")));
    rows.add(row("days.this", day));
    days.stream()
        .filter(row -> row.getDay().isBefore(facts.getDay()))
        .filter(row -> !row.getDay().isBefore(facts.getWatchedSince()))
        .filter(row -> value(row).getBest() > 0)
        .max(
            Comparator.comparingInt((DayRow row) -> value(row).getBest())
                .thenComparing(DayRow::getDay))
        .ifPresent(row -> rows.add(row("days.heaviest", row)));
    if (!facts.getSinceWatchingBegan()) {
      add(rows, "days.likely", facts.getLikelyDays(), this::reachesBest);
    }
    add(rows, "days.certain", facts.getCertainDays(), this::mayReachLow);
    add(rows, "days.possible", facts.getPossibleDays(), this::certainlyReachesHigh);
    sheet.table(2, 2, rows);
  }

  /** The day so many days earlier, where it reaches the value and is not only the first watched. */
  private void add(
      List<List<String>> rows, String key, int daysEarlier, Predicate<DayRow> reaches) {
    var day = on(back(daysEarlier));
    if (daysEarlier > 0 && day != null && reaches.test(day)) {
      rows.add(row(key, day));
    }
  }

  private List<String> row(String key, DayRow day) {
    var value = value(day);
    var high = value.getHigh();
    return List.of(
        text.of(key),
        inquiry.times().day(day.getDay()),
        String.valueOf(value.getLow()),
        String.valueOf(value.getBest()),
        high == null ? text.of("days.open") : String.valueOf(high),
        String.valueOf(day.getStrikes()));
  }

  /** How the day's best comes about. */
  private void total(Sheet sheet) {
    var strikes =
        inquiry.evidence().newestStrikes().stream()
            .filter(strike -> strike.getStatus() == StrikeStatus.ACTIVE && !isLonger(strike))
            .filter(strike -> lastDay(strike).equals(facts.getDay()))
            .filter(this::isInScope)
            .sorted(Comparator.comparingInt(this::best).reversed())
            .toList();
    Sums.of(strikes, this::count, facts.getValue().getBest())
        .ifPresent(
            sum -> sheet.row(2, text.of("label.total"), text.of("days.total", text.code(sum))));
  }

  private boolean isInScope(Strike strike) {
    return facts.getScope() == Scope.AREA || facts.getScopeCode().equals(strike.getNeighbourhood());
  }

  private int best(Strike strike) {
    var value = count(strike);
    return value == null ? 0 : value.getBest();
  }

  private @Nullable CountRange count(Strike strike) {
    return switch (facts.getMeasure()) {
      case IMPACTS -> strike.getImpacts();
      case KILLED -> strike.getKilled();
      case CASUALTIES -> casualties(strike.getKilled(), strike.getInjured());
    };
  }

  private static @Nullable CountRange casualties(
      @Nullable CountRange killed, @Nullable CountRange injured) {
    if (killed == null || injured == null) {
      return killed == null ? injured : killed;
    }
    var isOpen = killed.getHigh() == null || injured.getHigh() == null;
    return new CountRange(
        killed.getLow() + injured.getLow(),
        killed.getBest() + injured.getBest(),
        isOpen
            ? null
            : Integer.valueOf(
                Objects.requireNonNull(killed.getHigh())
                    + Objects.requireNonNull(injured.getHigh())));
  }
}
