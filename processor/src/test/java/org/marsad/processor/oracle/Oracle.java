package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.StrikeReport;

/** What must stand once all was said, counted afresh. */
public final class Oracle {
  /** The area of reports without a place: they are told, and nothing is counted there. */
  private static final String UNPLACED = "unplaced";

  private Oracle() {}

  public static Outcome judge(World world) {
    var strikes = new TreeMap<String, Facts>();
    var alerts = new TreeMap<String, Facts>();
    for (var reality : Reality.values()) {
      var standing = Merging.strikes(world, reality);
      standing.forEach(strike -> strikes.put(name(strike), facts(strike, world)));
      var claims = new TreeMap<String, Facts>();
      claim(world, reality, standing, claims);
      claims.forEach((subject, facts) -> alerts.put(reality + " " + subject, facts));
    }
    var refused = world.reports().stream().filter(r -> !Checking.isUsable(r)).count();
    return new Outcome(strikes, alerts, (int) refused);
  }

  /** Whether counting points cannot tell on which side of the threshold the report's place is. */
  public static boolean isDoubtful(StrikeReport report, @Nullable AreaProfile profile) {
    return Residential.isDoubtful(Spot.of(report, profile).circle(), profile);
  }

  private static void claim(
      World world, Reality reality, List<OneStrike> strikes, Map<String, Facts> claims) {
    for (var strike : strikes) {
      claimResidential(strike, world, claims);
      if (world.area().equals(UNPLACED)) {
        claims.put(
            Rule.UNPLACED_STRIKE + " " + strike.name(), AlertFacts.aboutOne(strike, new Facts()));
      }
    }
    ProtectedSites.claim(strikes, world.profile(), claims);
    RepeatStrikes.claim(strikes, claims);
    if (!world.area().equals(UNPLACED)) {
      HeaviestInDays.claim(world, strikes, claims);
      Waves.claim(strikes, world.profile(), claims);
      HospitalSurges.claim(world, reality, strikes, claims);
    }
  }

  private static void claimResidential(OneStrike strike, World world, Map<String, Facts> claims) {
    var verdict = Residential.of(strike, world.profile());
    if (verdict != null) {
      claims.put(
          Rule.RESIDENTIAL_STRIKE + " " + strike.name(),
          AlertFacts.aboutOne(strike, new Facts())
              .with("certainty", verdict.certainty())
              .with("basis", verdict.basis())
              .with("livedInShare", verdict.share()));
    }
  }

  private static String name(OneStrike strike) {
    return strike.reality() + " STRIKE " + strike.name();
  }

  private static Facts facts(OneStrike strike, World world) {
    var verdict = Residential.of(strike, world.profile());
    var facts =
        AlertFacts.aboutOne(strike, new Facts())
            .without("strikes", "sources", "dangerUntil", "neighbourhoods", "onset")
            .with("reports", new ArrayList<>(strike.reportIds()))
            .with("lineages", strike.lineages())
            .with("neighbourhood", strike.spot().neighbourhood())
            .with("pointOutsidePlace", strike.spot().outside())
            .with("from", strike.from())
            .with("until", strike.until())
            .with("deliveryBasis", strike.deliveryBasis())
            .with("repaired", strike.repaired())
            .with("decisions", strike.decisions());
    if (verdict != null) {
      facts
          .with("residentialBasis", verdict.basis())
          .with("residentialCertainty", verdict.certainty())
          .with("livedInShare", verdict.share());
    }
    return facts;
  }
}
