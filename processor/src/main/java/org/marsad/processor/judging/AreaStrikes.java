package org.marsad.processor.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.mapping.KnownStrike;
import org.marsad.processor.merging.StrikeChanges.StrikeChange;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.state.Concerns;
import org.marsad.processor.state.Keys;
import org.marsad.processor.state.Shelf;
import org.marsad.processor.state.StartedStrike;
import org.marsad.processor.state.StrikeStore;

/**
 * The standing strikes of one area and reality, found by id and, where their time is known to the
 * hour, by their start. Serves one record: what it read it keeps.
 */
final class AreaStrikes {
  /** Strikes known within an hour last no longer. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final StrikeStore files;
  private final Shelf.InOrder<StartedStrike> byStart;
  private final Shelf<Long> longest;
  private final String area;
  private final String reality;
  private final Map<String, StandingStrike> read = new HashMap<>();
  private final NavigableMap<Bytes, StartedStrike> started = new TreeMap<>();
  private @Nullable Instant startedFrom;
  private @Nullable Instant startedUntil;

  AreaStrikes(StrikeStore files, Concerns concerns, String area, String reality) {
    this.files = files;
    this.byStart = concerns.strikesByStart();
    this.longest = concerns.longest();
    this.area = area;
    this.reality = reality;
  }

  /** A strike as it is known. */
  KnownStrike known(String strikeId) {
    return Objects.requireNonNull(files.get(strikeId), strikeId);
  }

  /** Whether a strike stands. */
  boolean stands(String strikeId) {
    return files.standing(strikeId) != null;
  }

  /** A strike in the words of the rules. */
  StandingStrike get(String strikeId) {
    return read.computeIfAbsent(strikeId, id -> known(id).standing());
  }

  /** The strikes known within an hour whose interval touches this one, ends included. */
  List<StandingStrike> touching(Instant from, Instant until) {
    return started(until, from.minus(LONGEST), strike -> true).entrySet().stream()
        .filter(strike -> !strike.getValue().latestEnd().isBefore(from))
        .map(strike -> get(strike.getKey()))
        .filter(strike -> !strike.what().time().until().isBefore(from))
        .filter(AreaStrikes::isWithinAnHour)
        .toList();
  }

  /** The first in order of the strikes known within an hour that start at an instant. */
  StandingStrike firstAt(Instant start) {
    return started(start, start, strike -> true).keySet().stream()
        .map(this::get)
        .filter(AreaStrikes::isWithinAnHour)
        .min(StandingStrike.IN_ORDER)
        .orElseThrow();
  }

  /**
   * The strikes known to the hour that begin no later than an instant, were by the latest word not
   * over before another, those that matter.
   */
  List<StandingStrike> overSince(Instant over, Instant begun, Predicate<StartedStrike> which) {
    return started(
            begun,
            over.minus(longestUntilOver()),
            strike -> !strike.latestEnd().isBefore(over) && which.test(strike))
        .keySet()
        .stream()
        .map(this::get)
        .toList();
  }

  /** The ids of the strikes known to the hour that begin in between, those that matter. */
  Collection<String> beginning(Instant from, Instant until, Predicate<StartedStrike> which) {
    return started(until, from, which).keySet();
  }

  private Map<String, StartedStrike> started(
      Instant until, Instant from, Predicate<StartedStrike> which) {
    read(from, until);
    var strikes = new LinkedHashMap<String, StartedStrike>();
    var range = started.subMap(at(until.toEpochMilli()), true, after(from.toEpochMilli()), true);
    range.forEach(
        (key, strike) -> {
          if (which.test(strike)) {
            strikes.put(Keys.lastText(key), strike);
          }
        });
    return strikes;
  }

  /** Reads what of a range was not read yet: many questions are about the same hours. */
  private void read(Instant from, Instant until) {
    var knownFrom = startedFrom;
    var knownUntil = startedUntil;
    if (knownFrom == null
        || knownUntil == null
        || from.isAfter(knownUntil)
        || until.isBefore(knownFrom)) {
      started.clear();
      readAll(from, until);
      startedFrom = from;
      startedUntil = until;
      return;
    }
    if (from.isBefore(knownFrom)) {
      readAll(from, knownFrom.minusMillis(1));
      startedFrom = from;
    }
    if (until.isAfter(knownUntil)) {
      readAll(knownUntil.plusMillis(1), until);
      startedUntil = until;
    }
  }

  private void readAll(Instant from, Instant until) {
    byStart.range(
        all().key(),
        at(until.toEpochMilli()),
        after(from.toEpochMilli()),
        (key, strike) -> {
          started.put(key, strike);
          return true;
        });
  }

  /** The newest strikes known within an hour that start between two instants, the latest first. */
  List<StandingStrike> newest(Instant from, Instant until, int most) {
    var newest = new ArrayList<StandingStrike>();
    byStart.range(
        all().key(),
        at(until.toEpochMilli()),
        after(from.toEpochMilli()),
        (key, started) -> {
          var strike = get(Keys.lastText(key));
          if (newest.size() >= most && startsBefore(strike, newest.get(most - 1))) {
            return false;
          }
          if (isWithinAnHour(strike)) {
            newest.add(strike);
          }
          return true;
        });
    return newest.stream().sorted(StandingStrike.IN_ORDER.reversed()).limit(most).toList();
  }

  private static boolean isWithinAnHour(StandingStrike strike) {
    return strike.what().time().isWithinAnHour();
  }

  private static boolean startsBefore(StandingStrike strike, StandingStrike other) {
    return strike.what().time().from().isBefore(other.what().time().from());
  }

  /** Notes how certainly a strike repeats others; null where it repeats none. */
  void repeats(StandingStrike strike, @Nullable Certainty certainty) {
    var key = startingAt(strike.what().time().from()).then(strike.id()).key();
    var known = byStart.get(key);
    if (known != null && !Objects.equals(known.repeats(), certainty)) {
      var noted = StartedStrike.of(strike, certainty);
      byStart.put(key, noted);
      started.replace(key, noted);
    }
  }

  /** Files a strike under its new start, before anything is read of this record. */
  void move(StrikeChange change) {
    var before = StrikeChange.timed(change.stoodBefore());
    var now = StrikeChange.timed(change.standsNow());
    var former = key(before);
    var key = key(now);
    if (former != null && !former.equals(key)) {
      byStart.delete(former);
    }
    if (now != null && key != null) {
      byStart.put(key, StartedStrike.of(now, null)); // it is judged next
      var untilOver = Duration.between(now.what().time().from(), now.latestEnd());
      if (untilOver.compareTo(longestUntilOver()) > 0) {
        longest.put(all().key(), untilOver.toMillis());
      }
    }
  }

  /** Takes a strike out that is forgotten. */
  void forget(KnownStrike strike) {
    var key = key(StrikeChange.timed(strike));
    if (key != null) {
      byStart.delete(key);
    }
  }

  /** No strike here was ever over later after its start: earlier ones need not be looked at. */
  private Duration longestUntilOver() {
    var millis = longest.get(all().key());
    return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
  }

  private @Nullable Bytes key(@Nullable StandingStrike strike) {
    return strike == null ? null : startingAt(strike.what().time().from()).then(strike.id()).key();
  }

  /** Where the strikes that start at a time or earlier begin. */
  private Bytes at(long start) {
    return startingAt(Instant.ofEpochMilli(start)).key();
  }

  /** Where those that start at a time or later end. */
  private Bytes after(long start) {
    return at(start - 1);
  }

  private Keys startingAt(Instant start) {
    return all().thenLatestFirst(start);
  }

  private Keys all() {
    return Keys.of(area).then(reality);
  }
}
