package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.heaviest.RecordLedger.Change;
import org.marsad.processor.rules.heaviest.RecordLedger.Heard;

/** Books strikes as the topology does, one ledger for each report, and keeps what stands. */
final class Bookkeeper {
  /** Subjects further behind the newest day are closed. */
  static final int REJUDGED_DAYS = 400;

  private static final int KEPT_DAYS = 800;

  private final HeaviestInDaysRule rule;
  private final LedgerStore store;
  private final Map<String, Contribution> strikes = new TreeMap<>();
  private final Map<String, Days> heard = new TreeMap<>();
  private final Map<Long, Integer> heardOn = new HashMap<>();
  private final TreeSet<Long> heartbeats = new TreeSet<>();
  private final Map<String, Judged> standing = new TreeMap<>();
  private @Nullable Long newestDay;

  Bookkeeper(HeaviestInDaysRule rule, LedgerStore store) {
    this.rule = rule;
    this.store = store;
  }

  /** Fixes the area's newest day; else it is that of the latest strike. */
  Bookkeeper newestDay(long day) {
    newestDay = day;
    return this;
  }

  /** A strike as one report of its own tells it, which touches the same days. */
  List<Judged> tell(Contribution strike) {
    return apply(
        List.of(strike), List.of(), List.of(heard("of:" + strike.strikeId(), days(strike))));
  }

  /** Strikes change or go at once, and reports with them. */
  List<Judged> apply(List<Contribution> now, List<String> gone, List<Heard> days) {
    var changes = new ArrayList<Change>();
    gone.forEach(strikeId -> changes.add(new Change(strikeId, null)));
    now.forEach(strike -> changes.add(new Change(strike.strikeId(), strike)));
    gone.forEach(strikes::remove);
    gone.forEach(standing::remove);
    now.forEach(strike -> strikes.put(strike.strikeId(), strike));
    return keep(ledger().apply(changes, days, newest()));
  }

  List<Judged> heartbeat(long day) {
    heartbeats.add(day);
    return keep(ledger().heartbeat(day, newest()));
  }

  /** A report's newest revision touches these days; null: it went to another area. */
  Heard heard(String reportId, @Nullable Days days) {
    var before = days == null ? heard.remove(reportId) : heard.put(reportId, days);
    count(before, -1);
    count(days, 1);
    return new Heard(before, days);
  }

  RecordLedger ledger() {
    return new RecordLedger(
        rule, RandomStrikes.TOWN, AreaMap.UNKNOWN, store, REJUDGED_DAYS, KEPT_DAYS);
  }

  /** The verdicts that stand by subject: a strike's id, or a day as text. */
  Map<String, Judged> standing() {
    return standing;
  }

  /** The verdict on a subject that is known to stand. */
  Judged standing(Object subject) {
    return Objects.requireNonNull(standing.get(String.valueOf(subject)), "no record");
  }

  /** A strike that is known to stand. */
  Contribution strike(String strikeId) {
    return Objects.requireNonNull(strikes.get(strikeId), strikeId);
  }

  Map<String, Contribution> strikes() {
    return strikes;
  }

  /** The days that somebody was heard of. */
  SortedSet<Long> heardDays() {
    var days = new TreeSet<>(heartbeats);
    heardOn.forEach(
        (day, reports) -> {
          if (reports > 0) {
            days.add(day);
          }
        });
    return days;
  }

  List<String> reports() {
    return List.copyOf(heard.keySet());
  }

  static Days days(Contribution strike) {
    return new Days(strike.firstDay(), strike.lastDay());
  }

  private long newest() {
    return newestDay != null
        ? newestDay
        : strikes.values().stream().mapToLong(Contribution::lastDay).max().orElse(0);
  }

  private void count(@Nullable Days days, int sign) {
    for (var day = days == null ? 1 : days.first(); days != null && day <= days.last(); day++) {
      heardOn.merge(day, sign, Integer::sum);
    }
  }

  private List<Judged> keep(List<Judged> judged) {
    for (var verdict : judged) {
      var subject =
          verdict.scale() == Scale.DAY ? String.valueOf(verdict.day()) : verdict.strikeId();
      if (verdict.records().isEmpty()) {
        standing.remove(subject);
      } else {
        standing.put(subject, verdict);
      }
    }
    return judged;
  }
}
