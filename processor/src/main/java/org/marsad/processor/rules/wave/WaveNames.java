package org.marsad.processor.rules.wave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
  /**
   * Who keeps what.
   *
   * @param kept the alert of a wave, by the wave's place in the list; waves without one are new
   * @param ended the alerts that no wave keeps, each with the alert of the wave that its strikes
   *     joined; empty where they are no wave any more
   */
  public record Names(Map<Integer, String> kept, SortedMap<String, String> ended) {}

  private record Claim(int wave, String alertId, long strikes) {}

  private WaveNames() {}

  /**
   * Matches waves and alerts.
   *
   * @param waves the strikes of each wave now; none for a chain that is too short
   * @param former the alert that spoke of each strike before, by strike id; also of strikes that
   *     are gone
   */
  public static Names match(List<List<StandingStrike>> waves, Map<String, String> former) {
    var kept = new HashMap<Integer, String>();
    var joined = new HashMap<String, Integer>();
    for (var claim : claims(waves, former)) {
      joined.putIfAbsent(claim.alertId, claim.wave);
      if (!kept.containsKey(claim.wave) && !kept.containsValue(claim.alertId)) {
        kept.put(claim.wave, claim.alertId);
      }
    }
    var ended = new TreeMap<String, String>();
    for (var alertId : former.values()) {
      if (!kept.containsValue(alertId)) {
        var wave = joined.get(alertId);
        ended.put(alertId, wave == null ? "" : kept.getOrDefault(wave, ""));
      }
    }
    return new Names(kept, ended);
  }

  /** The strongest claim first; an alert's id begins with its onset, so then the earliest. */
  private static Collection<Claim> claims(
      List<List<StandingStrike>> waves, Map<String, String> former) {
    var claims = new ArrayList<Claim>();
    for (var wave = 0; wave < waves.size(); wave++) {
      var strikes = new TreeMap<String, Long>();
      for (StandingStrike strike : waves.get(wave)) {
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
