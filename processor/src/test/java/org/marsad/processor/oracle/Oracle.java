package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Reality;
import org.marsad.message.StrikeReport;

/** What must stand once all was said, counted afresh. */
public final class Oracle {
  private Oracle() {}

  public static Outcome judge(World said) {
    var left = TooOld.without(said);
    var world = left.world();
    var strikes = new TreeMap<String, Facts>();
    var alerts = new TreeMap<String, Facts>();
    for (var reality : Reality.values()) {
      var standing = Merging.strikes(world, reality);
      standing.forEach(
          strike -> strikes.put(reality + " STRIKE " + strike.name(), facts(strike, world)));
      var claims = new TreeMap<String, Facts>();
      claim(world, reality, standing, claims);
      claims.forEach((subject, facts) -> alerts.put(reality + " " + subject, facts));
    }
    var refused = world.reports().stream().filter(r -> !Checking.isUsable(r)).count();
    return new Outcome(strikes, alerts, (int) refused + left.setAside());
  }

  /** Of each report the revision that stands, be it a retraction. */
  public static List<StrikeReport> newest(World world) {
    return Merging.newest(TooOld.without(world).world());
  }

  /** Whether counting points cannot tell on which side of the threshold the report's place is. */
  public static boolean isDoubtful(StrikeReport report, @Nullable AreaProfile profile) {
    return Residential.isDoubtful(Spot.of(report, profile).circle(), profile);
  }

  private static void claim(
      World world, Reality reality, List<OneStrike> strikes, Map<String, Facts> claims) {
    if (world.isUnplaced()) {
      new StrikeAlerts(world, strikes, null).claim(claims);
      return;
    }
    var heaviest = new HeaviestInDays(world, reality, strikes);
    new StrikeAlerts(world, strikes, heaviest).claim(claims);
    Days.claim(world, heaviest, claims);
    Waves.claim(strikes, world.profile(), claims);
    HospitalSurges.claim(world, reality, strikes, claims);
  }

  private static Facts facts(OneStrike strike, World world) {
    var spot = strike.spot();
    var circle = spot.circle();
    var apart = strike.stated().apart();
    var facts =
        new Facts()
            .with("reports", new ArrayList<>(strike.reportIds()))
            .with("sources", strike.sources())
            .with("lineages", strike.lineages())
            .with("certainty", strike.certainty())
            .with("neighbourhood", spot.neighbourhood())
            .with("placeBasis", spot.basis())
            .with("placeText", spot.text())
            .with("from", strike.from())
            .with("until", strike.until())
            .with("precision", strike.precision())
            .with("statedApartSeconds", apart == null ? null : apart.toSeconds())
            .with("delivery", strike.delivery())
            .with("deliveryBasis", strike.deliveryBasis())
            .with("impacts", strike.impacts())
            .with("killed", strike.killed())
            .with("injured", strike.injured())
            .with("targets", strike.targets())
            .with("marks", strike.marks())
            .with("decisions", strike.decisions());
    if (circle != null) {
      facts
          .with("lat", circle.lat())
          .with("lon", circle.lon())
          .with("radiusMetres", circle.radiusMetres());
    }
    var verdict = Residential.of(strike, world.profile());
    return verdict == null
        ? facts
        : facts
            .with("residentialBasis", verdict.basis())
            .with("residentialCertainty", verdict.certainty())
            .with("livedInShare", verdict.share());
  }
}
