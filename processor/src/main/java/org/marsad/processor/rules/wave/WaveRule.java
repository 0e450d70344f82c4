package org.marsad.processor.rules.wave;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

  /** Whether so many strikes in a chain are a wave. */
  boolean isWave(int strikes) {
    return strikes >= minStrikes;
  }

  /** What strikes in a chain are, if they are enough. */
  public Optional<Wave> judge(List<StandingStrike> chain) {
    return isWave(chain.size()) ? judge(Chain.of(chain)) : Optional.empty();
  }

  /** What a chain is, if it is long enough. */
  Optional<Wave> judge(Chain chain) {
    return isWave(chain.strikes()) ? Optional.of(chain.wave(minStrikes)) : Optional.empty();
  }
}
