package org.marsad.processor.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;

/** WAVE: strikes in order, cut where the gap is too long. */
final class Waves {
  private Waves() {}

  static void claim(
      List<OneStrike> strikes, @Nullable AreaProfile profile, Map<String, Facts> claims) {
    for (var chain : chains(strikes)) {
      if (chain.size() >= Thresholds.WAVE_STRIKES) {
        var names = chain.stream().map(OneStrike::name).sorted().toList();
        claims.put(Rule.WAVE + " " + names, facts(chain, profile));
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
    var number = Sums.grouped(chain, strike -> Range.ONE);
    var first = chain.get(0);
    return AlertFacts.aboutMany(chain, new Facts())
        .with(
            "certainty",
            number.best() < Thresholds.WAVE_STRIKES ? Certainty.POSSIBLE : Sums.certainty(chain))
        .with("onset", first.from())
        .with("onsetPrecision", first.precision())
        .with("waveStrikes", number)
        .with("until", chain.stream().map(OneStrike::until).max(Instant::compareTo).orElseThrow())
        .with("residential", chain.stream().filter(s -> Residential.of(s, profile) != null).count())
        .with("waveImpacts", total(chain, OneStrike::countedImpacts))
        .with("waveKilled", total(chain, OneStrike::killed))
        .with("waveInjured", total(chain, OneStrike::injured))
        .with("unreportedImpacts", chain.stream().filter(s -> s.impacts() == null).count())
        .with("unreportedKilled", chain.stream().filter(s -> s.killed() == null).count())
        .with("unreportedInjured", chain.stream().filter(s -> s.injured() == null).count())
        .with("minStrikes", (long) Thresholds.WAVE_STRIKES)
        .with("gapMinutes", Thresholds.WAVE_GAP.toMinutes());
  }

  private static @Nullable Range total(
      List<OneStrike> chain, Function<OneStrike, @Nullable Range> count) {
    var known = chain.stream().filter(strike -> count.apply(strike) != null).toList();
    return known.isEmpty()
        ? null
        : Sums.grouped(
            known,
            strike -> {
              var range = count.apply(strike);
              return range == null ? Range.NOTHING : range;
            });
  }
}
