package org.marsad.processor.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import org.marsad.processor.rules.casualties.CasualtiesRule;
import org.marsad.processor.rules.heaviest.Floors;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.interruption.InterruptionRule;
import org.marsad.processor.rules.merging.Association;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;
import org.marsad.processor.rules.residential.ResidentialStrikeRule;
import org.marsad.processor.rules.severity.DaySeverity;
import org.marsad.processor.rules.severity.HospitalSeverity;
import org.marsad.processor.rules.severity.Severities;
import org.marsad.processor.rules.severity.StrikeSeverity;
import org.marsad.processor.rules.severity.WaveSeverity;
import org.marsad.processor.rules.silence.SourceSilentRule;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.WoundedPerKilled;
import org.marsad.processor.rules.wave.WaveRule;

/**
 * All rules with their thresholds.
 *
 * @param association which reports can be the same strike
 * @param casualties the rule on people killed and injured
 * @param heaviestInDays the record rule
 * @param residentialStrike the residential rule
 * @param protectedSiteStrike the rule on hospitals, schools and other protected sites
 * @param repeatStrike the rule on second strikes
 * @param wave the rule on strikes that follow one another closely
 * @param hospitalSurge the rule on wounded to be expected
 * @param sourceSilent the rule on sources that are not heard any more
 * @param severities how grave an alert is
 * @param interruption which revision is worth waking somebody for
 * @param expiry how long an alert is news
 */
public record Rules(
    Association association,
    CasualtiesRule casualties,
    HeaviestInDaysRule heaviestInDays,
    ResidentialStrikeRule residentialStrike,
    ProtectedSiteRule protectedSiteStrike,
    RepeatStrikeRule repeatStrike,
    WaveRule wave,
    HospitalSurgeRule hospitalSurge,
    SourceSilentRule sourceSilent,
    Severities severities,
    InterruptionRule interruption,
    Expiry expiry) {

  /** The documented defaults. */
  public static final Rules DEFAULTS =
      new Rules(
          new Association(Duration.ofMinutes(15), 1_000),
          new CasualtiesRule(10, 20),
          new HeaviestInDaysRule(3, 30, new Floors(5, 5, 10), new Floors(3, 5, 10)),
          new ResidentialStrikeRule(0.5),
          new ProtectedSiteRule(100, 250),
          new RepeatStrikeRule(Duration.ofMinutes(60), 500, 250, Duration.ofMinutes(5)),
          new WaveRule(3, Duration.ofMinutes(30)),
          new HospitalSurgeRule(
              5, new WoundedPerKilled(1.7, 3.8, 8.7), 0.5, 0.8, 2_000, 50_000, 0.5),
          new SourceSilentRule(3),
          new Severities(
              new StrikeSeverity(20, 50, 5, 15, 7),
              new DaySeverity(30, 20, 7),
              new WaveSeverity(5, 3),
              new HospitalSeverity(50, 0.5, 20)),
          new InterruptionRule(500, Duration.ofMinutes(10), 1.5, 5, Duration.ofMinutes(30)),
          new Expiry(Duration.ofHours(24), Collections.emptySortedMap()));

  /** Names these thresholds in each alert: 12 hexadecimal digits of a SHA-256. */
  public String hash() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
