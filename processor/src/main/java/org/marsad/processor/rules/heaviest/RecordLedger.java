package org.marsad.processor.rules.heaviest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;

/**
 * The records of one area and its neighbourhoods. Strikes come, change and go in any order; each
 * change is worked into the days that it touches, and every subject whose verdict it can alter is
 * judged anew, later ones too. What stands does not depend on the order of arrival.
 *
 * <p>Cost of a change: O(log n) in the days of history and in the strikes of a day, times the days
 * that it touches and the later subjects that look back to them. One ledger serves one message;
 * what it changed it writes at the end, so that a failure changes nothing.
 */
public final class RecordLedger {
  /**
   * How a strike stands now.
   *
   * @param strikeId the strike
   * @param now what it adds, null where it is gone
   */
  public record Change(String strikeId, @Nullable Contribution now) {}

  /**
   * Days that a report's newest revision touches, also where it takes the report back.
   *
   * @param before those of the revision that was the newest before, null where there was none
   * @param now those of the newest, null where it belongs to another area or reality
   */
  public record Heard(@Nullable Days before, @Nullable Days now) {}

  private final LedgerStore store;
  private final Book book;
  private final HeaviestInDaysRule rule;
  private final Verdicts verdicts;
  private final int rejudgedDays;
  private final int keptDays;

  /**
   * Serves one message.
   *
   * @param rejudgedDays subjects further behind the area's newest day are closed as they stand
   * @param keptDays days further behind the area's newest day are forgotten
   */
  public RecordLedger(
      HeaviestInDaysRule rule,
      String area,
      AreaMap map,
      LedgerStore store,
      int rejudgedDays,
      int keptDays) {
    this.rejudgedDays = rejudgedDays;
    this.keptDays = keptDays;
    this.rule = rule;
    this.store = store;
    book = new Book(area, map, store);
    verdicts = new Verdicts(rule, book);
  }

  /**
   * Works the changes in.
   *
   * @param changes how strikes stand now, the last of each counts; one that stands as before does
   *     no harm
   * @param heard which days reports touch
   * @param newestDay the area's newest day, as a day of the epoch
   * @return the verdicts that can be others now, by day: those on strikes, then that on the day.
   *     Left out is what neither is nor was a record
   */
  public List<Judged> apply(List<Change> changes, List<Heard> heard, long newestDay) {
    for (var days : heard) {
      count(days.before(), -1);
      count(days.now(), 1);
    }
    var last = new TreeMap<String, Change>();
    changes.forEach(change -> last.put(change.strikeId(), change));
    var affected = new Affected(rule, book);
    new Booking(book, affected).apply(last.values());
    return judge(affected, newestDay);
  }

  /**
   * A heartbeat falls on a day: somebody watches, though nothing may be told.
   *
   * @param day local day, as a day of the epoch
   * @param newestDay the area's newest day, as a day of the epoch
   * @return as of {@link #apply}
   */
  public List<Judged> heartbeat(long day, long newestDay) {
    book.heartbeat(day);
    return judge(new Affected(rule, book), newestDay);
  }

  /** The verdict on a strike as it stands; without records where it is not booked. */
  public Judged judgeStrike(String strikeId) {
    var strike = book.contribution(strikeId);
    return strike == null ? verdicts.none(strikeId, 0) : verdicts.strike(strike);
  }

  /** The verdict on the area's day as it stands. */
  public Judged judgeDay(long day) {
    return verdicts.day(day);
  }

  /** What a strike adds, null where it is not booked. */
  public @Nullable Contribution contribution(String strikeId) {
    return book.contribution(strikeId);
  }

  /** What the strikes of the area's day come to, empty where it has none. */
  public Optional<DayFacts> day(long day) {
    var scopeDay = book.day(book.area(), day);
    if (scopeDay.isEmpty()) {
      return Optional.empty();
    }
    var totals = scopeDay.totals();
    return Optional.of(
        new DayFacts(
            day,
            totals.strikes(),
            scopeDay.strikes().last(DayFacts.MOST_STRIKES),
            totals.neighbourhoods(),
            totals.lineages(),
            totals.certainty(),
            totals.targets(),
            totals.known(Counted.IMPACTS),
            totals.known(Counted.KILLED),
            totals.known(Counted.INJURED),
            Instant.ofEpochMilli(scopeDay.strikes().newestReceivedAt())));
  }

  /**
   * The days of the area and its neighbourhoods whose totals changed since it was last asked, or of
   * which it changed whether anybody was heard of, as they are now.
   */
  public List<CountedDay> takeChangedDays() {
    return book.changedDays().take();
  }

  /** The ids of all strikes of the area's day by start. It reads them all. */
  public List<String> strikesOfDay(long day) {
    var ids = new ArrayList<String>();
    book.day(book.area(), day).strikes().forEach(strike -> ids.add(strike.strikeId()));
    return ids;
  }

  /**
   * Forgets what a strike of long ago added; the sums of its days stay until those are forgotten.
   */
  public void forgetStrike(String strikeId) {
    store.put(LedgerKeys.contribution(strikeId), Contribution.FORM, null);
  }

  /**
   * Forgets days that no claim looks back to any more.
   *
   * @param newestDay the area's newest day, as a day of the epoch
   * @param most how many at most
   * @return how many it forgot
   */
  public int sweep(long newestDay, int most) {
    var forgotten = book.forgetBefore(newestDay - keptDays, most);
    book.flush();
    return forgotten;
  }

  private void count(@Nullable Days days, int sign) {
    if (days != null) {
      book.count(days, sign);
    }
  }

  private List<Judged> judge(Affected affected, long newestDay) {
    for (var day : book.watching().changed()) {
      book.mark(day);
      book.changedDays().addAll(day);
    }
    affected.addWatched();
    var closedBefore = newestDay - rejudgedDays;
    var judged = new TreeMap<Long, List<Judged>>();
    for (var verdict : judgeStrikes(affected.strikes(), closedBefore)) {
      judged.computeIfAbsent(verdict.day(), day -> new ArrayList<>()).add(verdict);
    }
    for (var day : affected.days().tailMap(closedBefore).entrySet()) {
      judgeDay(day.getKey(), day.getValue())
          .ifPresent(
              verdict ->
                  judged.computeIfAbsent(verdict.day(), d -> new ArrayList<>()).add(verdict));
    }
    affected.strikes().keySet().forEach(book::mark);
    affected.days().keySet().forEach(book::mark);
    book.flush();
    return judged.values().stream().flatMap(List::stream).toList();
  }

  private List<Judged> judgeStrikes(Map<Long, Set<String>> strikes, long closedBefore) {
    var formerly = new TreeSet<String>(); // those that had records where they counted before
    strikes.forEach(
        (day, strikeIds) ->
            strikeIds.stream()
                .filter(strikeId -> !countsOn(strikeId, day))
                .filter(strikeId -> book.records(day).remove(strikeId))
                .forEach(formerly::add));
    var judged = new ArrayList<Judged>();
    for (var strikeId : allOf(strikes)) {
      var strike = book.contribution(strikeId);
      if (strike != null) {
        var verdict = judgeStrike(strike, closedBefore);
        if (verdict.isPresent() || formerly.contains(strikeId)) {
          judged.add(verdict.orElseGet(() -> verdicts.none(strikeId, strike.lastDay())));
        }
      }
    }
    return judged;
  }

  private static Set<String> allOf(Map<Long, Set<String>> strikes) {
    var all = new TreeSet<String>();
    strikes.values().forEach(all::addAll);
    return all;
  }

  private boolean countsOn(String strikeId, long day) {
    var strike = book.contribution(strikeId);
    return strike != null && strike.dated() && strike.lastDay() == day;
  }

  /** Empty where it has no records, and had none on the day on which it counts. */
  private Optional<Judged> judgeStrike(Contribution strike, long closedBefore) {
    if (!strike.dated() || strike.lastDay() < closedBefore) {
      return Optional.empty();
    }
    var verdict = verdicts.strike(strike);
    var standing = book.records(strike.lastDay());
    if (verdict.records().isEmpty()) {
      return standing.remove(strike.strikeId()) ? Optional.of(verdict) : Optional.empty();
    }
    standing.put(strike);
    return Optional.of(verdict);
  }

  private Optional<Judged> judgeDay(long day, Set<String> scopes) {
    var was = book.records(day).isRecordDay();
    scopes.forEach(scope -> verdicts.judge(scope, day));
    return was || book.records(day).isRecordDay()
        ? Optional.of(verdicts.day(day))
        : Optional.empty();
  }
}
