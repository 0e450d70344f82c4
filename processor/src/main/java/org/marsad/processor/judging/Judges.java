package org.marsad.processor.judging;

import java.util.List;
import org.marsad.processor.settings.Rules;

/** The judges, in the order in which they are asked. */
final class Judges {
  private Judges() {}

  /** All: records first, because strikes and days tell of them. */
  static List<Judge> all(Rules rules, JudgingStores files) {
    var hash = rules.hash();
    var lifecycle = files.lifecycle(rules);
    var strikes = new StrikeAlert(hash, rules.repeatStrike());
    return List.of(
        new JudgeRecords(files.newestDays()),
        new JudgeEachStrike(rules, strikes, lifecycle, files::attempt),
        new JudgeConfidentialSites(rules.protectedSiteStrike(), strikes, lifecycle),
        new JudgeDays(rules.severities().day(), new DayAlert(hash), lifecycle),
        new JudgeWaves(
            rules.wave(),
            rules.severities().wave(),
            new WaveAlert(hash, rules.wave()),
            lifecycle,
            files::chains),
        surges(rules, files),
        new ForgetAlerts(lifecycle, files));
  }

  /** The one on hospitals, which what they say of themselves concerns too. */
  static JudgeSurges surges(Rules rules, JudgingStores files) {
    return new JudgeSurges(
        rules.hospitalSurge(),
        rules.protectedSiteStrike(),
        rules.severities().hospital(),
        new HospitalAlert(rules.hash(), rules.hospitalSurge()),
        files.lifecycle(rules),
        files);
  }
}
