package org.marsad.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.LandUse;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/** The alert of each standing strike, and those of the confidential sites within its reach. */
final class StrikeAlerts {
  private static final Set<LandUse> LIVED_IN =
      Set.of(LandUse.RESIDENTIAL, LandUse.MIXED, LandUse.UNKNOWN);

  private final World world;
  private final List<OneStrike> strikes;
  private final @Nullable HeaviestInDays heaviest;

  /**
   * @param heaviest null where nothing is counted
   */
  StrikeAlerts(World world, List<OneStrike> strikes, @Nullable HeaviestInDays heaviest) {
    this.world = world;
    this.strikes = strikes;
    this.heaviest = heaviest;
  }

  void claim(Map<String, Facts> claims) {
    for (var strike : strikes) {
      var verdicts = verdicts(strike);
      var facts = verdicts.addTo(AlertFacts.aboutOne(strike));
      facts.with("severity", severity(strike, verdicts));
      claims.put("STRIKE " + strike.name(), facts);
      claimSites(strike, claims);
    }
  }

  private void claimSites(OneStrike strike, Map<String, Facts> claims) {
    for (var site : ProtectedSites.confidentialSites(world.profile(), strike.reality())) {
      var hit = ProtectedSites.ofSite(site, strike);
      if (hit != null) {
        var verdicts =
            new Verdicts(strike, null, null, hit, null, List.of(), hit.certainty(), false);
        claims.put(
            "SITE %s %s".formatted(site.getSiteId(), strike.name()),
            verdicts
                .addTo(AlertFacts.aboutOne(strike))
                .with("severity", Severity.EXTREME)
                .with("addressee", site.getSiteId()));
      }
    }
  }

  private Verdicts verdicts(OneStrike strike) {
    var records = heaviest == null ? List.<OneRecord>of() : heaviest.ofStrike(strike);
    return new Verdicts(
        strike,
        Casualties.of(strike),
        Residential.of(strike, world.profile()),
        ProtectedSites.of(strike, world.profile()),
        RepeatStrike.of(strike, strikes),
        records,
        certainty(strike.certainty(), records),
        world.isUnplaced());
  }

  /** At most LIKELY where no record is certain for long enough. */
  static Certainty certainty(Certainty subject, List<OneRecord> records) {
    return records.stream().anyMatch(record -> record.certainDays() >= Thresholds.MIN_DAYS)
        ? subject
        : AlertFacts.lessCertain(subject, Certainty.LIKELY);
  }

  private Severity severity(OneStrike strike, Verdicts verdicts) {
    var repeat = verdicts.repeat();
    var sites = verdicts.sites();
    var residential = verdicts.residential();
    var casualties = verdicts.casualties();
    if (strike.killedBest() >= 20
        || strike.casualtiesBest() >= 50
        || (repeat != null && AlertFacts.isLikely(repeat.certainty()))
        || (sites != null && sites.isGraveByReport())) {
      return Severity.EXTREME;
    }
    if (strike.killedBest() >= 5
        || strike.casualtiesBest() >= 15
        || (sites != null && sites.isByReport())
        || verdicts.records().stream().anyMatch(r -> r.isOfPeople() && r.likelyDays() >= 7)) {
      return Severity.SEVERE;
    }
    var isHurt = strike.casualtiesBest() >= 1;
    var mayBeHurt = casualties != null && casualties.unknown() && !isEmptyByTheMap(strike);
    var isLivedIn = residential != null && AlertFacts.isLikely(residential.certainty());
    var isOtherwiseLikely =
        (sites != null && AlertFacts.isLikely(sites.certainty()))
            || (!verdicts.records().isEmpty() && AlertFacts.isLikely(verdicts.ofRecords()));
    return isHurt || mayBeHurt || isLivedIn || world.isUnplaced() || isOtherwiseLikely
        ? Severity.MODERATE
        : Severity.MINOR;
  }

  /** Whether the map says that nobody lives there, and nothing casts a doubt on the place. */
  private boolean isEmptyByTheMap(OneStrike strike) {
    AreaProfile profile = world.profile();
    var part = Spot.part(strike.spot().neighbourhood(), profile);
    return part != null && !LIVED_IN.contains(part.getLandUse()) && !strike.spot().outside();
  }

  /** All that was found about one strike. */
  private record Verdicts(
      OneStrike strike,
      @Nullable Casualties casualties,
      @Nullable Residential residential,
      @Nullable ProtectedSites sites,
      @Nullable RepeatStrike repeat,
      List<OneRecord> records,
      Certainty ofRecords,
      boolean unplaced) {

    Facts addTo(Facts facts) {
      facts.with("findings", rules());
      if (casualties != null) {
        facts
            .with("CASUALTIES.certainty", strike.certainty())
            .with("CASUALTIES.mass", casualties.mass())
            .with("CASUALTIES.unknown", casualties.unknown());
      }
      if (residential != null) {
        facts
            .with("RESIDENTIAL_STRIKE.certainty", residential.certainty())
            .with("RESIDENTIAL_STRIKE.basis", residential.basis())
            .with("livedInShare", residential.share());
      }
      if (sites != null) {
        facts
            .with("PROTECTED_SITE_STRIKE.certainty", sites.certainty())
            .with(
                "PROTECTED_SITE_STRIKE.sites",
                sites.hits().stream().map(ProtectedSites.Hit::toString).toList());
      }
      if (repeat != null) {
        facts
            .with("REPEAT_STRIKE.certainty", repeat.certainty())
            .with("REPEAT_STRIKE.earlierStrikes", (long) repeat.earlier().size())
            .with(
                "REPEAT_STRIKE.earlier",
                repeat.earlier().stream().limit(Thresholds.STRIKES_TOLD).toList())
            .with("REPEAT_STRIKE.onset", repeat.onset())
            .with("REPEAT_STRIKE.secondsAfter", repeat.secondsAfter())
            .with(
                "REPEAT_STRIKE.distanceMetres",
                repeat.metres() == null ? null : AlertFacts.decimetres(repeat.metres()))
            .with("REPEAT_STRIKE.sameNeighbourhood", repeat.sameNeighbourhood());
      }
      if (!records.isEmpty()) {
        RecordsAsTold.add(records, ofRecords, facts);
      }
      if (unplaced) {
        facts.with("UNPLACED_STRIKE.certainty", strike.certainty());
      }
      return facts;
    }

    /** The gravest first. */
    private List<Rule> rules() {
      var isRepeat = repeat != null && AlertFacts.isLikely(repeat.certainty());
      var isGrave = sites != null && sites.isGraveByReport();
      var isReported = sites != null && sites.isByReport();
      var isMass = casualties != null && casualties.mass();
      var isUnknown = casualties != null && casualties.unknown();
      var rules = new ArrayList<Rule>();
      addIf(isRepeat, Rule.REPEAT_STRIKE, rules);
      addIf(isGrave, Rule.PROTECTED_SITE_STRIKE, rules);
      addIf(isMass, Rule.CASUALTIES, rules);
      addIf(isReported && !isGrave, Rule.PROTECTED_SITE_STRIKE, rules);
      addIf(!records.isEmpty(), Rule.HEAVIEST_IN_DAYS, rules);
      addIf(casualties != null && !isMass && !isUnknown, Rule.CASUALTIES, rules);
      addIf(residential != null, Rule.RESIDENTIAL_STRIKE, rules);
      addIf(repeat != null && !isRepeat, Rule.REPEAT_STRIKE, rules);
      addIf(sites != null && !isReported, Rule.PROTECTED_SITE_STRIKE, rules);
      addIf(unplaced, Rule.UNPLACED_STRIKE, rules);
      addIf(isUnknown, Rule.CASUALTIES, rules);
      return rules;
    }

    private static void addIf(boolean holds, Rule rule, List<Rule> rules) {
      if (holds) {
        rules.add(rule);
      }
    }
  }
}
