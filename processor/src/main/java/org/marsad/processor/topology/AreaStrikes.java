package org.marsad.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.messages.KnownStrike;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.topology.StrikeChanges.StrikeChange;

/**
 * The standing strikes of one area and reality, found by id and, where they are known within an
 * hour, by their start. Serves one record: what it read it keeps.
 */
final class AreaStrikes {
  /** Strikes known within an hour last no longer. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The latest end that its reports state lies no later after its start: merging sees to that. */
  private static final Duration LATEST_END = Duration.ofHours(5);

  private final StrikeFiles files;
  private final KeyValueStore<Bytes, byte[]> byStart;
  private final String area;
  private final String reality;
  private final Map<String, StandingStrike> read = new HashMap<>();

  AreaStrikes(
      StrikeFiles files, KeyValueStore<Bytes, byte[]> byStart, String area, String reality) {
    this.files = files;
    this.byStart = byStart;
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
    return started(until, from.minus(LONGEST), spot -> true).entrySet().stream()
        .filter(strike -> !strike.getValue().latestEnd().isBefore(from))
        .map(strike -> get(strike.getKey()))
        .filter(strike -> !strike.what().time().until().isBefore(from))
        .toList();
  }

  /** The first in order of the strikes known within an hour that start at an instant. */
  StandingStrike firstAt(Instant start) {
    return started(start, start, spot -> true).keySet().stream()
        .map(this::get)
        .min(StandingStrike.IN_ORDER)
        .orElseThrow();
  }

  /**
   * The strikes known within an hour that begin no later than an instant, were by the latest word
   * not over before another, and fell where it matters.
   */
  List<StandingStrike> overSince(Instant over, Instant begun, Predicate<Spot> where) {
    return started(begun, over.minus(LATEST_END), where).entrySet().stream()
        .filter(strike -> !strike.getValue().latestEnd().isBefore(over))
        .map(strike -> get(strike.getKey()))
        .toList();
  }

  /**
   * The ids of the strikes known within an hour that begin in between and fell where it matters.
   */
  Collection<String> beginning(Instant from, Instant until, Predicate<Spot> where) {
    return started(until, from, where).keySet();
  }

  private Map<String, StartedStrike> started(Instant until, Instant from, Predicate<Spot> where) {
    var strikes = new LinkedHashMap<String, StartedStrike>();
    try (var range = byStart.range(at(until.toEpochMilli()), after(from.toEpochMilli()))) {
      while (range.hasNext()) {
        var entry = range.next();
        var strike = StartedStrike.from(entry.value);
        if (where.test(strike.spot())) {
          strikes.put(Keys.lastText(entry.key), strike);
        }
      }
    }
    return strikes;
  }

  /** The newest strikes known within an hour that start between two instants, the latest first. */
  List<StandingStrike> newest(Instant from, Instant until, int most) {
    var newest = new ArrayList<StandingStrike>();
    try (var range = byStart.range(at(until.toEpochMilli()), after(from.toEpochMilli()))) {
      while (range.hasNext()) {
        var strike = get(Keys.lastText(range.next().key));
        if (newest.size() >= most && startsBefore(strike, newest.get(most - 1))) {
          break;
        }
        newest.add(strike);
      }
    }
    return newest.stream().sorted(StandingStrike.IN_ORDER.reversed()).limit(most).toList();
  }

  private static boolean startsBefore(StandingStrike strike, StandingStrike other) {
    return strike.what().time().from().isBefore(other.what().time().from());
  }

  /** Files a strike under its new start. */
  void move(StrikeChange change) {
    var before = StrikeChange.timed(change.stoodBefore());
    var now = StrikeChange.timed(change.standsNow());
    var former = key(before);
    var key = key(now);
    if (former != null && !former.equals(key)) {
      byStart.delete(former);
    }
    if (now != null && key != null) {
      var started = StartedStrike.of(now);
      if (before == null || !key.equals(former) || !started.equals(StartedStrike.of(before))) {
        byStart.put(key, started.toBytes());
      }
    }
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
    return Keys.of(area).then(reality).thenLatestFirst(start);
  }
}
