package org.marsad.consumer.fanout.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How long nobody has answered: the time since somebody was told, less the times for which answers
 * held.
 *
 * @param since when the first of the subscriber was told
 * @param holds in any order, may overlap
 */
record Unanswered(Instant since, List<Hold> holds) {
  Unanswered {
    holds = holds.stream().sorted(Comparator.comparing(Hold::from)).toList();
  }

  /** Whether an answer holds now. */
  boolean isHeld(Instant now) {
    return holds.stream().anyMatch(hold -> !hold.from().isAfter(now) && hold.until().isAfter(now));
  }

  /** When no answer holds any more, of those that we know; {@link Instant#MAX}: never. */
  Instant heldUntil(Instant now) {
    var until = now;
    for (var hold : holds) { // by their beginning, so that what follows on is seen in turn
      if (!hold.from().isAfter(until) && hold.until().isAfter(until)) {
        until = hold.until();
      }
    }
    return until;
  }

  /** The time without an answer until now, zero or more. */
  Duration at(Instant now) {
    var silent = Duration.ZERO;
    var from = since;
    for (var hold : holds) {
      var end = earlier(hold.from(), now);
      if (from.isBefore(end)) {
        silent = silent.plus(Duration.between(from, end));
      }
      from = later(from, hold.until());
    }
    return from.isBefore(now) ? silent.plus(Duration.between(from, now)) : silent;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
