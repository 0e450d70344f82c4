package org.marsad.processor.rules.heaviest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Measure;
import org.marsad.processor.rules.Scale;
import org.marsad.processor.rules.Scope;
import org.marsad.processor.rules.heaviest.Claims.Claim;
import org.marsad.processor.rules.heaviest.DayRecords.Subject;

/** The verdicts on strikes and days, each with all records of its subject. */
final class Verdicts {
  private static final Measure[] MEASURES = Measure.values();

  private final HeaviestInDaysRule rule;
  private final Book book;
  private final Claims claims;

  Verdicts(HeaviestInDaysRule rule, Book book) {
    this.rule = rule;
    this.book = book;
    claims = new Claims(rule, book);
  }

  /** Judges a day in some of its scopes and notes what it is. */
  void judge(String scopeCode, long day) {
    var records = book.records(day);
    for (var measure : MEASURES) {
      records.note(
          new Subject(scopeCode, measure),
          claims.ofDay(scopeCode, measure, day).map(Claim::likelyDays).orElse(0));
    }
  }

  /** The verdict on the area's day, by what is noted of its scopes. */
  Judged day(long day) {
    var standing = book.records(day).inOrder(book.area());
    var records = new ArrayList<RecordFacts>();
    for (var told : standing.subList(0, Math.min(standing.size(), Judged.MOST_RECORDS))) {
      facts(told.subject(), day).ifPresent(records::add);
    }
    var certain = records.stream().anyMatch(this::isCertain);
    for (var at = Judged.MOST_RECORDS; at < standing.size() && !certain; at++) {
      certain = facts(standing.get(at).subject(), day).filter(this::isCertain).isPresent();
    }
    var longest = 0;
    var longestOfArea = 0;
    var longestByPeople = 0;
    for (var record : standing) {
      var days = record.likelyDays();
      var subject = record.subject();
      longest = Math.max(longest, days);
      longestOfArea = Math.max(longestOfArea, book.isArea(subject.scopeCode()) ? days : 0);
      longestByPeople = Math.max(longestByPeople, subject.measure() == Measure.IMPACTS ? 0 : days);
    }
    return new Judged(
        Scale.DAY,
        "",
        day,
        records,
        standing.size(),
        certain,
        longest,
        longestOfArea,
        longestByPeople);
  }

  /** The verdict on a strike. */
  Judged strike(Contribution strike) {
    return strike(
        strike.strikeId(), strike.lastDay(), strike.dated() ? records(strike) : List.of());
  }

  /** The verdict that a strike has no records. */
  Judged none(String strikeId, long day) {
    return strike(strikeId, day, List.of());
  }

  private Judged strike(String strikeId, long day, List<RecordFacts> records) {
    return new Judged(
        Scale.STRIKE,
        strikeId,
        day,
        records,
        records.size(),
        records.stream().anyMatch(this::isCertain),
        longest(records, null, false),
        longest(records, Scope.AREA, false),
        longest(records, null, true));
  }

  private List<RecordFacts> records(Contribution strike) {
    var scopes = new ArrayList<String>();
    scopes.add(book.area());
    if (strike.neighbourhood() != null) {
      scopes.add(strike.neighbourhood());
    }
    var records = new TreeSet<>(RecordFacts.ORDER);
    for (var scope : scopes) {
      for (var measure : MEASURES) {
        claims
            .ofStrike(scope, measure, strike)
            .ifPresent(claim -> records.add(claims.facts(claim, strike)));
      }
    }
    return List.copyOf(records);
  }

  /** Empty where the thresholds were raised since it was noted. */
  private Optional<RecordFacts> facts(Subject subject, long day) {
    return claims.ofDay(subject.scopeCode(), subject.measure(), day).map(claims::facts);
  }

  private boolean isCertain(RecordFacts facts) {
    return facts.certainDays() >= rule.minDays();
  }

  private static int longest(List<RecordFacts> records, @Nullable Scope scope, boolean byPeople) {
    return records.stream()
        .filter(facts -> scope == null || facts.scope() == scope)
        .filter(facts -> !byPeople || facts.series().measure() != Measure.IMPACTS)
        .mapToInt(RecordFacts::likelyDays)
        .max()
        .orElse(0);
  }
}
