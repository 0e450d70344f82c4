package org.marsad.processor.rules.wave;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * Strikes in an area that follow one another closely. Only strikes known within an hour are part of
 * a wave, wherever they are placed.
 *
 * @param minStrikes from how many strikes on it is a wave, 2 or more
 * @param gap longest time from the end of all strikes so far to the next one's start, at least
 *     zero; a gap exactly that long counts
 */
public record WaveRule(int minStrikes, Duration gap) {
  public WaveRule {
    if (minStrikes < 2) {
      throw new IllegalArgumentException("min-strikes: " + minStrikes + " (expected: >= 2)");
    }
    if (gap.isNegative()) {
      throw new IllegalArgumentException("gap: " + gap + " (expected: >= 0)");
    }
  }

  /** Finds strikes by time. */
  @FunctionalInterface
  public interface Lookup {
    /** The strikes whose interval touches this one. */
    List<StandingStrike> touching(Instant from, Instant until);
  }

  /**
   * All strikes in chains that a strike at some time belongs to or would join: more of them are
   * looked up as long as the chains go on.
   *
   * <p>Cost: linear in the strikes of these chains.
   */
  public Collection<StandingStrike> chainsAround(TimeSpan time, Lookup strikes) {
    var found = new TreeMap<String, StandingStrike>();
    var edges = new Edges(time);
    var lookedFrom = edges.from.minus(gap);
    var lookedUntil = edges.until.plus(gap);
    edges.add(strikes.touching(lookedFrom, lookedUntil), found);
    while (edges.from.minus(gap).isBefore(lookedFrom)
        || edges.until.plus(gap).isAfter(lookedUntil)) {
      var from = edges.from.minus(gap);
      var until = edges.until.plus(gap);
      edges.add(strikes.touching(from, lookedFrom), found);
      edges.add(strikes.touching(lookedUntil, until), found);
      lookedFrom = from.isBefore(lookedFrom) ? from : lookedFrom;
      lookedUntil = until.isAfter(lookedUntil) ? until : lookedUntil;
    }
    return found.values();
  }

  /** The chains among strikes, the first first; of every length. */
  public List<List<StandingStrike>> chains(Collection<StandingStrike> strikes) {
    var chains = new ArrayList<List<StandingStrike>>();
    var until = Instant.MIN;
    for (var strike : strikes.stream().sorted(StandingStrike.IN_ORDER).toList()) {
      var time = strike.what().time();
      if (chains.isEmpty() || time.from().isAfter(until.plus(gap))) {
        chains.add(new ArrayList<>());
        until = time.until();
      }
      chains.get(chains.size() - 1).add(strike);
      until = time.until().isAfter(until) ? time.until() : until;
    }
    return chains;
  }

  /** What a chain is, if it is long enough. */
  public Optional<Wave> judge(List<StandingStrike> chain) {
    return chain.size() >= minStrikes ? Optional.of(Wave.of(chain, minStrikes)) : Optional.empty();
  }

  /** Between which times strikes were found. */
  private static final class Edges {
    private Instant from;
    private Instant until;

    Edges(TimeSpan time) {
      this.from = time.from();
      this.until = time.until();
    }

    /** Adds strikes to those found and moves the edges to them. */
    void add(List<StandingStrike> strikes, Map<String, StandingStrike> found) {
      for (var strike : strikes) {
        var time = strike.what().time();
        found.put(strike.id(), strike);
        from = time.from().isBefore(from) ? time.from() : from;
        until = time.until().isAfter(until) ? time.until() : until;
      }
    }
  }
}
