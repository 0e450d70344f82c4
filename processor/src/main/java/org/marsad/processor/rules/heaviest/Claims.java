package org.marsad.processor.rules.heaviest;

import static org.marsad.processor.rules.heaviest.HeaviestInDaysRule.LOOK_BACK_DAYS;
import static org.marsad.processor.rules.heaviest.HeaviestInDaysRule.RECENT_DAYS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.CountRange;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.Row.Bound;

/** What can be claimed of a strike, or of a day, in one scope by one measure. */
final class Claims {
  /**
   * That a value was not reached for days.
   *
   * @param scopeCode code of the area or neighbourhood
   * @param series of what
   * @param day local day, as a day of the epoch
   * @param value the day's total or the strike's value
   * @param reached the latest earlier day that reached its best; empty where none did
   * @param likelyDays days since then, else since watching began
   */
  record Claim(
      String scopeCode,
      Series series,
      long day,
      CountRange value,
      OptionalLong reached,
      int likelyDays) {}

  private final HeaviestInDaysRule rule;
  private final Book book;

  Claims(HeaviestInDaysRule rule, Book book) {
    this.rule = rule;
    this.book = book;
  }

  /** What a day is, empty where it is no record. */
  Optional<Claim> ofDay(String scopeCode, Measure measure, long day) {
    var totals = book.day(scopeCode, day).totals();
    if (measure == Measure.CASUALTIES && !totals.reportsInjured()) {
      return Optional.empty();
    }
    var counted = Counted.of(measure);
    return totals.value(counted).best() < rule.dayFloors().of(measure)
        ? Optional.empty()
        : claim(scopeCode, Series.of(Scale.DAY, measure), day, book.value(scopeCode, day, counted));
  }

  /** What a strike that counts on a day is in one of its scopes, empty where it is no record. */
  Optional<Claim> ofStrike(String scopeCode, Measure measure, Contribution strike) {
    var value = strike.of(Counted.of(measure));
    if (value == null || (measure == Measure.CASUALTIES && strike.injured() == null)) {
      return Optional.empty();
    }
    var day = strike.lastDay();
    if (value.best() < rule.strikeFloors().of(measure)
        || book.day(scopeCode, day).strikes().hasEarlierAsHeavy(Entry.of(strike), measure)) {
      return Optional.empty();
    }
    return claim(scopeCode, Series.of(Scale.STRIKE, measure), day, value);
  }

  private Optional<Claim> claim(String scopeCode, Series series, long day, CountRange value) {
    var reached =
        book.tree(scopeCode)
            .latestBefore(day, earliest(day), row -> row.get(series, Bound.REACH) >= value.best());
    var likelyDays = days(day, reached);
    return likelyDays < rule.minDays()
        ? Optional.empty()
        : Optional.of(new Claim(scopeCode, series, day, value, reached, likelyDays));
  }

  /** All that is told of a day's record. */
  RecordFacts facts(Claim claim) {
    var unreported =
        book.day(claim.scopeCode(), claim.day())
            .totals()
            .unreported(Counted.of(claim.series().measure()));
    return facts(claim, certain(claim), unreported);
  }

  /** All that is told of a strike's record. */
  RecordFacts facts(Claim claim, Contribution strike) {
    var measure = claim.series().measure();
    var certainDays =
        perhapsReachedEarlierThatDay(claim.scopeCode(), measure, Entry.of(strike), claim.day())
            ? 0
            : certain(claim);
    return facts(claim, certainDays, strike.isReported(Counted.of(measure)) ? 0 : 1);
  }

  private RecordFacts facts(Claim claim, int certainDays, int unreported) {
    var day = claim.day();
    var series = claim.series();
    var since = book.watchedSince(day, rule.pauseDays());
    var isCut = claim.reached().isEmpty() && since < day - LOOK_BACK_DAYS;
    return new RecordFacts(
        book.isArea(claim.scopeCode()) ? Scope.AREA : Scope.NEIGHBOURHOOD,
        claim.scopeCode(),
        series,
        day,
        claim.value(),
        claim.likelyDays(),
        certainDays,
        possible(claim),
        isCut,
        since,
        claim.reached().isEmpty() && !isCut,
        book.watching().longestSilence(day - claim.likelyDays(), day),
        unreported,
        recent(claim.scopeCode(), series, day),
        rule.minDays(),
        rule.floor(series));
  }

  private boolean perhapsReachedEarlierThatDay(
      String scopeCode, Measure measure, Entry strike, long day) {
    return book.day(scopeCode, day).strikes().hasEarlierPerhapsAsHeavy(strike, measure)
        || (!book.isArea(scopeCode)
            && book.day(book.somewhere(), day).strikes().hasEarlierPerhapsAsHeavy(strike, measure));
  }

  /** Days since the latest earlier day, or strike, whose high reached the low. */
  private int certain(Claim claim) {
    var low = claim.value().low();
    if (claim.series().scale() == Scale.DAY && low == 0) {
      return (int) Math.min(1, claim.day() - earliest(claim.day())); // a quiet day reaches 0 too
    }
    var column = low == 0 ? Row.PRESENT : Row.column(claim.series(), Bound.HIGH);
    var least = Math.max(low, 1);
    var day = claim.day();
    var tree = book.tree(claim.scopeCode());
    if (book.isArea(claim.scopeCode())) {
      return days(day, tree.latestBefore(day, earliest(day), row -> row.get(column) >= least));
    }
    // what happened somewhere in the area may have happened here
    return days(
        day,
        tree.latestBefore(
            book.tree(book.somewhere()),
            day,
            earliest(day),
            claim.series().scale() == Scale.DAY
                ? (here, somewhere) -> sum(here.get(column), somewhere.get(column)) >= least
                : (here, somewhere) -> Math.max(here.get(column), somewhere.get(column)) >= least));
  }

  /** Days since the latest earlier day, or strike, whose low reached the high. */
  private int possible(Claim claim) {
    var high = claim.value().high();
    if (high == CountRange.OPEN) {
      return days(claim.day(), OptionalLong.empty());
    }
    return days(
        claim.day(),
        book.tree(claim.scopeCode())
            .latestBefore(
                claim.day(),
                earliest(claim.day()),
                row -> row.get(claim.series(), Bound.LOW) >= high));
  }

  private List<@Nullable Integer> recent(String scopeCode, Series series, long day) {
    var recent = new ArrayList<@Nullable Integer>();
    for (var earlier = day - RECENT_DAYS + 1; earlier <= day; earlier++) {
      recent.add(
          book.watching().isHeard(earlier)
              ? book.tree(scopeCode).get(earlier).get(series, Bound.BEST)
              : null);
    }
    return recent;
  }

  /** Days since a day, else since the beginning of what a claim may look at. */
  private int days(long day, OptionalLong reached) {
    return (int) (day - reached.orElse(earliest(day)));
  }

  private long earliest(long day) {
    return Math.max(book.watchedSince(day, rule.pauseDays()), day - LOOK_BACK_DAYS);
  }

  static long sum(int a, int b) {
    return a == CountRange.OPEN || b == CountRange.OPEN ? CountRange.OPEN : (long) a + b;
  }
}
