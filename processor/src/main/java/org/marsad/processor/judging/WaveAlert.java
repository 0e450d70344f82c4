package org.marsad.processor.judging;

import java.util.List;
import org.marsad.message.Certainty;
import org.marsad.message.Rule;
import org.marsad.message.Subject;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.message.WaveFacts;
import org.marsad.processor.mapping.Cause;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.mapping.Ranges;
import org.marsad.processor.rules.AreaMap;
import org.marsad.processor.rules.Severity;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.wave.Wave;
import org.marsad.processor.rules.wave.WaveRule;

/** What is told of a wave. */
public final class WaveAlert {
  private final Drafts drafts;
  private final WaveRule rule;

  /** For thresholds. */
  public WaveAlert(String rulesHash, WaveRule rule) {
    this.drafts = new Drafts(rulesHash);
    this.rule = rule;
  }

  /**
   * That strikes followed one another closely.
   *
   * @param first its first strike
   * @param newest its newest strikes, the latest first, as many as are told
   */
  public Claim of(
      Subject subject,
      Wave wave,
      StandingStrike first,
      List<StandingStrike> newest,
      Severity severity,
      AreaMap map,
      Cause cause) {
    var finding =
        FindingMessages.of(Rule.WAVE, wave.certainty(), "STRIKES_CLOSE_IN_TIME")
            .setWave(facts(wave))
            .build();
    var alert =
        drafts.draft(subject, cause.reality(), cause.area(), map, severity, List.of(finding));
    Drafts.neighbourhoods(alert, wave.neighbourhoods(), wave.strikes())
        .setCertainty(Domain.to(Certainty.class, wave.certainty()))
        .setSources(wave.sources())
        .setOnset(wave.from())
        .setOnsetPrecision(Domain.to(TimePrecision.class, first.what().time().precision()))
        .setUrgency(Drafts.urgency(wave.until(), cause.at()))
        .setImpacts(Ranges.of(wave.impacts().value()))
        .setKilled(Ranges.of(wave.killed().value()))
        .setInjured(Ranges.of(wave.injured().value()))
        .setTargets(wave.targets().stream().map(t -> Domain.to(Target.class, t)).toList())
        .setStrikes(wave.strikes())
        .setStrikeIds(newest.stream().map(StandingStrike::id).toList());
    return Claim.of(alert, wave.until(), wave.newestReceivedAt());
  }

  private WaveFacts facts(Wave wave) {
    return WaveFacts.newBuilder()
        .setStrikes(Ranges.ofKnown(wave.number()))
        .setUntil(wave.until())
        .setResidential(wave.residential())
        .setUnreportedImpacts(wave.impacts().unreported())
        .setUnreportedKilled(wave.killed().unreported())
        .setUnreportedInjured(wave.injured().unreported())
        .setMinStrikes(rule.minStrikes())
        .setGapMinutes((int) rule.gap().toMinutes())
        .build();
  }
}
