package org.marsad.processor.rules.wave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * Which alert each wave has: one that grows, joins or is split keeps the alert that spoke of the
 * most of its strikes, so that people are not told of a new wave when an earlier strike becomes
 * known late.
 */
public final class WaveNames {
  /** What becomes of an alert that no wave keeps. */
  public enum Fate {
    /** Its strikes are part of another wave. */
    WAVE_JOINED,
    /** Its strikes are no wave any more. */
    WAVE_ENDED
  }

  /**
   * Who keeps what.
   *
   * @param kept the alert of a wave, by the wave's place in the list; waves without one are new
   * @param ended the alerts that no wave keeps
   */
  public record Names(Map<Integer, String> kept, SortedMap<String, Fate> ended) {}

  private record Claim(int wave, String alertId, long strikes) {}

  private WaveNames() {}

  /**
   * Matches waves and alerts.
   *
   * @param waves the waves now
   * @param former the alert that spoke of each strike before, by strike id; also of strikes that
   *     are gone
   */
  public static Names match(List<Wave> waves, Map<String, String> former) {
    var kept = new HashMap<Integer, String>();
    var joined = new HashSet<String>();
    for (var claim : claims(waves, former)) {
      joined.add(claim.alertId);
      if (!kept.containsKey(claim.wave) && !kept.containsValue(claim.alertId)) {
        kept.put(claim.wave, claim.alertId);
      }
    }
    var ended = new TreeMap<String, Fate>();
    for (var alertId : former.values()) {
      if (!kept.containsValue(alertId)) {
        ended.put(alertId, joined.contains(alertId) ? Fate.WAVE_JOINED : Fate.WAVE_ENDED);
      }
    }
    return new Names(kept, ended);
  }

  /** The strongest claim first; an alert's id begins with its onset, so then the earliest. */
  private static Collection<Claim> claims(List<Wave> waves, Map<String, String> former) {
    var claims = new ArrayList<Claim>();
    for (var wave = 0; wave < waves.size(); wave++) {
      var strikes = new TreeMap<String, Long>();
      for (StandingStrike strike : waves.get(wave).strikes()) {
        var alertId = former.get(strike.id());
        if (alertId != null) {
          strikes.merge(alertId, 1L, Long::sum);
        }
      }
      for (var entry : strikes.entrySet()) {
        claims.add(new Claim(wave, entry.getKey(), entry.getValue()));
      }
    }
    claims.sort(
        Comparator.comparingLong((Claim c) -> -c.strikes)
            .thenComparing(Claim::alertId)
            .thenComparingInt(Claim::wave));
    return claims;
  }
}
