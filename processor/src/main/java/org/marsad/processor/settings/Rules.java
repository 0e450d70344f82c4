package org.marsad.processor.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.marsad.processor.rules.heaviest.Floors;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.merging.Association;
import org.marsad.processor.rules.residential.ResidentialStrikeRule;

/**
 * All rules with their thresholds.
 *
 * @param association which reports can be the same strike
 * @param heaviestInDays the record rule
 * @param residentialStrike the residential rule
 * @param alertsExpireAfter how long an alert is news
 */
public record Rules(
    Association association,
    HeaviestInDaysRule heaviestInDays,
    ResidentialStrikeRule residentialStrike,
    Duration alertsExpireAfter) {

  /** The documented defaults. */
  public static final Rules DEFAULTS =
      new Rules(
          new Association(Duration.ofMinutes(15), 1_000),
          new HeaviestInDaysRule(3, new Floors(5, 5, 10), new Floors(3, 5, 10)),
          new ResidentialStrikeRule(0.5),
          Duration.ofHours(24));

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
