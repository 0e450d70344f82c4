package org.marsad.processor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.marsad.processor.rules.casualties.CasualtiesRule;
import org.marsad.processor.rules.heaviest.Floors;
import org.marsad.processor.rules.heaviest.HeaviestInDaysRule;
import org.marsad.processor.rules.interruption.InterruptionRule;
import org.marsad.processor.rules.merging.Association;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;
import org.marsad.processor.rules.residential.ResidentialStrikeRule;
import org.marsad.processor.rules.silence.SourceSilentRule;
import org.marsad.processor.rules.sites.ProtectedSiteRule;
import org.marsad.processor.rules.surge.HospitalSurgeRule;
import org.marsad.processor.rules.surge.WoundedPerKilled;
import org.marsad.processor.rules.wave.WaveRule;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.schemas.yaml.YamlDocument;
import org.marsad.schemas.yaml.YamlFields;

/**
 * Reads {@code rules.yaml}: what is not given has its default, what is unknown or out of range is
 * refused, all faults at once.
 *
 * <pre>{@code
 * merging:
 *   within-minutes: 15
 *   within-metres: 1000
 * watch:
 *   pause-days: 30
 * casualties:
 *   mass: {killed: 10, casualties: 20}
 * heaviest-in-days:
 *   min-days: 3
 *   floors:
 *     day: {impacts: 5, killed: 5, casualties: 10}
 *     strike: {impacts: 3, killed: 5, casualties: 10}
 * residential-strike:
 *   lived-in-share: 0.5
 * protected-site-strike:
 *   reach-metres: 100
 *   point-radius-metres: 250
 * repeat-strike:
 *   window-minutes: 60
 *   reach-metres: 500
 *   point-radius-metres: 250
 *   two-in-one-minutes: 5
 * wave:
 *   min-strikes: 3
 *   gap-minutes: 30
 * hospital-surge:
 *   min-arrivals: 5
 *   wounded-per-killed: {low: 1.7, best: 3.8, high: 8.7}
 *   arriving-within-90-minutes: {low: 0.5, high: 0.8}
 *   half-way-metres: 2000
 *   farthest-metres: 50000
 *   elsewhere: 0.5
 * source-silent:
 *   missed-heartbeats: 3
 * severity:
 *   strike:
 *     extreme: {killed: 20, casualties: 50}
 *     severe: {killed: 5, casualties: 15, days: 7}
 *   day:
 *     extreme: {days: 30, killed: 20}
 *     severe: {days: 7}
 *   wave:
 *     severe: {strikes: 5, residential: 3}
 *   hospital:
 *     extreme: {arrivals: 50, share-of-capacity: 0.5}
 *     severe: {arrivals: 20}
 * interruption:
 *   moved-metres: 500
 *   danger-extended-minutes: 10
 *   arrivals: {times: 1.5, more: 5}
 *   hospital-wait-minutes: 30
 * alerts:
 *   expire-after-hours: 24
 *   expire-after-hours-of: {}
 * }</pre>
 */
public final class RulesFile {
  private static final Rules DEFAULTS = Rules.DEFAULTS;

  private final YamlDocument document;
  private final YamlFields root;

  private RulesFile(YamlDocument document, YamlFields root) {
    this.document = document;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   * @throws SettingsException when it cannot be used, with every fault
   */
  public static Rules read(Path file) throws IOException {
    var yaml = Files.readString(file);
    try {
      return parse(yaml);
    } catch (SettingsException e) {
      throw new SettingsException(e.faults().stream().map(f -> file + ": " + f).toList());
    }
  }

  static Rules parse(String yaml) {
    var document = YamlDocument.parse("rules", yaml);
    var rules = document.mapping(root -> new RulesFile(document, root).rules());
    document.check();
    return rules;
  }

  /** Where a value is at fault its default stands in, until all faults are told. */
  private Rules rules() {
    var heaviest = DEFAULTS.heaviestInDays();
    var minutes =
        whole("/merging/within-minutes", (int) DEFAULTS.association().within().toMinutes(), 0);
    var metres = metres("/merging/within-metres", DEFAULTS.association().withinMetres());
    var pauseDays = whole("/watch/pause-days", heaviest.pauseDays(), 1);
    var massKilled = whole("/casualties/mass/killed", DEFAULTS.casualties().massKilled(), 1);
    var massCasualties =
        whole("/casualties/mass/casualties", DEFAULTS.casualties().massCasualties(), 1);
    var minDays = whole("/heaviest-in-days/min-days", heaviest.minDays(), 1);
    var day = floors("/heaviest-in-days/floors/day", heaviest.dayFloors());
    var strike = floors("/heaviest-in-days/floors/strike", heaviest.strikeFloors());
    var share =
        share("/residential-strike/lived-in-share", DEFAULTS.residentialStrike().livedInShare());
    var siteReach =
        metres("/protected-site-strike/reach-metres", DEFAULTS.protectedSiteStrike().reachMetres());
    var siteFinest =
        metres(
            "/protected-site-strike/point-radius-metres",
            DEFAULTS.protectedSiteStrike().finestMetres());
    var window =
        whole(
            "/repeat-strike/window-minutes", (int) DEFAULTS.repeatStrike().window().toMinutes(), 1);
    var repeatReach = metres("/repeat-strike/reach-metres", DEFAULTS.repeatStrike().reachMetres());
    var repeatFinest =
        metres("/repeat-strike/point-radius-metres", DEFAULTS.repeatStrike().finestMetres());
    var twoInOne =
        whole(
            "/repeat-strike/two-in-one-minutes",
            (int) DEFAULTS.repeatStrike().statedApart().toMinutes(),
            1);
    var minStrikes = whole("/wave/min-strikes", DEFAULTS.wave().minStrikes(), 2);
    var gap = whole("/wave/gap-minutes", (int) DEFAULTS.wave().gap().toMinutes(), 0);
    var surge = surge();
    var missed =
        whole("/source-silent/missed-heartbeats", DEFAULTS.sourceSilent().missedHeartbeats(), 1);
    var severities = new SeveritySettings(this, DEFAULTS.severities()).read();
    var interruption = interruption();
    var expiry = expiry();
    return new Rules(
        new Association(Duration.ofMinutes(minutes), metres),
        new CasualtiesRule(massKilled, massCasualties),
        new HeaviestInDaysRule(minDays, pauseDays, day, strike),
        new ResidentialStrikeRule(share),
        new ProtectedSiteRule(siteReach, siteFinest),
        new RepeatStrikeRule(
            Duration.ofMinutes(window), repeatReach, repeatFinest, Duration.ofMinutes(twoInOne)),
        new WaveRule(minStrikes, Duration.ofMinutes(gap)),
        surge,
        new SourceSilentRule(missed),
        severities,
        interruption,
        expiry);
  }

  private Floors floors(String path, Floors defaults) {
    var impacts = whole(path + "/impacts", defaults.impacts(), 1);
    var killed = whole(path + "/killed", defaults.killed(), 1);
    var casualties = whole(path + "/casualties", defaults.casualties(), 1);
    return new Floors(impacts, killed, casualties);
  }

  private HospitalSurgeRule surge() {
    var defaults = DEFAULTS.hospitalSurge();
    var ratio = defaults.woundedPerKilled();
    var minArrivals = whole("/hospital-surge/min-arrivals", defaults.minArrivals(), 1);
    var low = positive("/hospital-surge/wounded-per-killed/low", ratio.low());
    var best = positive("/hospital-surge/wounded-per-killed/best", ratio.best());
    var high = positive("/hospital-surge/wounded-per-killed/high", ratio.high());
    var early = "/hospital-surge/arriving-within-90-minutes";
    var arrivingLow = share(early + "/low", defaults.arrivingLow());
    var arrivingHigh = share(early + "/high", defaults.arrivingHigh());
    var halfWay = positive("/hospital-surge/half-way-metres", defaults.halfWayMetres());
    var farthest = positive("/hospital-surge/farthest-metres", defaults.farthestMetres());
    var elsewhere =
        number(
            "/hospital-surge/elsewhere",
            defaults.elsewhere(),
            "a number >= 0 and < 1",
            n -> n >= 0 && n < 1);
    if (low > best || best > high) {
      fault(
          "/hospital-surge/wounded-per-killed",
          "%s, %s, %s".formatted(low, best, high),
          "low <= best <= high");
    }
    if (arrivingLow > arrivingHigh) {
      fault(early, "%s, %s".formatted(arrivingLow, arrivingHigh), "low <= high");
    }
    return document.isSound()
        ? new HospitalSurgeRule(
            minArrivals,
            new WoundedPerKilled(low, best, high),
            arrivingLow,
            arrivingHigh,
            halfWay,
            farthest,
            elsewhere)
        : defaults;
  }

  private InterruptionRule interruption() {
    var defaults = DEFAULTS.interruption();
    var moved = metres("/interruption/moved-metres", defaults.movedMetres());
    var danger =
        whole(
            "/interruption/danger-extended-minutes",
            (int) defaults.dangerExtended().toMinutes(),
            0);
    var times =
        number(
            "/interruption/arrivals/times", defaults.arrivalsFactor(), "a number > 1", n -> n > 1);
    var more = whole("/interruption/arrivals/more", defaults.arrivalsStep(), 1);
    var wait =
        whole("/interruption/hospital-wait-minutes", (int) defaults.hospitalWait().toMinutes(), 0);
    return new InterruptionRule(
        moved, Duration.ofMinutes(danger), times, more, Duration.ofMinutes(wait));
  }

  private Expiry expiry() {
    var hours = whole("/alerts/expire-after-hours", (int) DEFAULTS.expiry().ofMost().toHours(), 1);
    var byRule = new TreeMap<String, Duration>();
    for (var rule : Expiry.RULES) {
      var own = whole("/alerts/expire-after-hours-of/" + rule, hours, 1);
      if (own != hours) {
        byRule.put(rule, Duration.ofHours(own));
      }
    }
    return new Expiry(Duration.ofHours(hours), byRule);
  }

  /** Notes a fault that lies in how the values of a section go together. */
  void fault(String path, String value, String expected) {
    above(path).fault(last(path), value, expected);
  }

  private double metres(String path, double fallback) {
    return number(path, fallback, "a number >= 0", n -> n >= 0);
  }

  double positive(String path, double fallback) {
    return number(path, fallback, "a number > 0", n -> n > 0 && n < Double.POSITIVE_INFINITY);
  }

  private double share(String path, double fallback) {
    return number(path, fallback, "a number > 0 and <= 1", n -> n > 0 && n <= 1);
  }

  /** A whole number; where it is at fault, the default stands in until all faults are told. */
  int whole(String path, double fallback, int least) {
    var value =
        number(
            path,
            fallback,
            "a whole number >= " + least,
            n -> n >= least && n <= Integer.MAX_VALUE && n == Math.rint(n));
    return (int) value;
  }

  private double number(String path, double fallback, String expected, DoublePredicate fits) {
    var number = above(path).number(last(path), expected, fits);
    return number == null ? fallback : number;
  }

  /** The section that holds what a path such as {@code /wave/gap-minutes} leads to. */
  private YamlFields above(String path) {
    var section = root;
    var names = path.split("/", -1);
    for (var name : Arrays.asList(names).subList(1, names.length - 1)) {
      section = section.section(name);
    }
    return section;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
