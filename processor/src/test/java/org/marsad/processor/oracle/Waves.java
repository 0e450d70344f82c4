package org.marsad.processor.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/** WAVE: strikes in order, cut where the gap is too long. */
final class Waves {
  private static final Amount ONE = new Amount(1, 1, 1, false);

  private Waves() {}

  static void claim(
      List<OneStrike> strikes, @Nullable AreaProfile profile, Map<String, Facts> claims) {
    for (var chain : chains(strikes)) {
      if (chain.size() >= Thresholds.WAVE_STRIKES) {
        claims.put("WAVE " + chain.get(0).from(), facts(chain, profile));
      }
    }
  }

  private static List<List<OneStrike>> chains(List<OneStrike> strikes) {
    var chains = new ArrayList<List<OneStrike>>();
    var end = Instant.MIN;
    for (var strike : strikes.stream().sorted(OneStrike.IN_ORDER).toList()) {
      if (!strike.isKnownWithinAnHour()) {
        continue;
      }
      if (chains.isEmpty() || strike.from().isAfter(end.plus(Thresholds.WAVE_GAP))) {
        chains.add(new ArrayList<>());
        end = strike.until();
      }
      chains.get(chains.size() - 1).add(strike);
      end = strike.until().isAfter(end) ? strike.until() : end;
    }
    return chains;
  }

  private static Facts facts(List<OneStrike> chain, @Nullable AreaProfile profile) {
    var number = Amount.total(chain, strike -> ONE).toRange();
    var first = chain.get(0);
    var until = chain.stream().map(OneStrike::until).max(Instant::compareTo).orElseThrow();
    var residential = chain.stream().filter(s -> Residential.of(s, profile) != null).count();
    var certainty =
        number.best() < Thresholds.WAVE_STRIKES ? Certainty.POSSIBLE : AlertFacts.common(chain);
    var facts = AlertFacts.about(chain);
    return AlertFacts.withTotals(chain, strike -> true, facts)
        .with(
            "severity",
            number.best() >= 5 || residential >= 3 ? Severity.SEVERE : Severity.MODERATE)
        .with("certainty", certainty)
        .with("onset", first.from())
        .with("onsetPrecision", first.precision())
        .with("findings", List.of(Rule.WAVE))
        .with("WAVE.certainty", certainty)
        .with("WAVE.strikes", number)
        .with("WAVE.until", until)
        .with("WAVE.residential", residential)
        .with("WAVE.unreportedImpacts", chain.stream().filter(s -> s.impacts() == null).count())
        .with("WAVE.unreportedKilled", chain.stream().filter(s -> s.killed() == null).count())
        .with("WAVE.unreportedInjured", chain.stream().filter(s -> s.injured() == null).count());
  }
}
