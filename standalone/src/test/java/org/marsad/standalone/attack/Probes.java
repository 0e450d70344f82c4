package org.marsad.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.standalone.attack.SiteWorld.AREA;
import static org.marsad.standalone.attack.SiteWorld.KEY;
import static org.marsad.standalone.attack.SiteWorld.MILL;
import static org.marsad.standalone.attack.SiteWorld.SITE;
import static org.marsad.standalone.attack.SiteWorld.SOUTH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.Target;
import org.marsad.message.TimePrecision;
import org.marsad.standalone.attack.SiteWorld.Spot;

/**
 * What the attacker does, the same in every world, step by step. The site itself does what it does
 * where it exists.
 */
final class Probes {
  /** Longer than a wave's gap, and than changes of what a hospital expects wait. */
  private static final Duration STEP = Duration.ofMinutes(31);

  private static final Spot HERE = SiteWorld.PRESENT.spot();
  private static final Spot THERE = SiteWorld.MOVED.spot();

  /** Three places around the site, which different radii reach. */
  private static final List<UnaryOperator<Spot>> POINTS =
      List.of(spot -> spot.plus(200, 0), spot -> spot.plus(0, 300), spot -> spot.plus(-230, -240));

  private static final double[] RADII = {120, 240};

  private final AttackedMarsad marsad;
  private final Map<String, List<String>> answers = new LinkedHashMap<>();
  private int reports;

  Probes(AttackedMarsad marsad) {
    this.marsad = marsad;
  }

  /** All of it; the answers that the attacker was given, by who he was. */
  Map<String, List<String>> run() throws Exception {
    mildStrikesAndThenExercises();
    radiusSearch();
    statusesWithoutTheKey();
    woundedWithNowhereToGo();
    newMap();
    answersToWhatMayNotExist();
    return answers;
  }

  /**
   * Where a grave alert stands, exercises stay off telephones. What was told of these strikes is
   * mild, except to the site.
   */
  private void mildStrikesAndThenExercises() throws Exception {
    strike(Reality.ACTUAL, HERE.plus(30, 30), 40, report -> report.setInjured(count(1)));
    strike(Reality.ACTUAL, THERE.plus(30, 30), 40, report -> report.setInjured(count(1)));
    for (var reality : List.of(Reality.EXERCISE, Reality.TEST)) {
      search(reality, HERE);
    }
  }

  private void radiusSearch() throws Exception {
    search(Reality.ACTUAL, HERE);
    strike(Reality.ACTUAL, POINTS.get(0).apply(THERE), 240, report -> report);
  }

  private void search(Reality reality, Spot around) throws Exception {
    for (var point : POINTS) {
      for (var radius : RADII) {
        strike(reality, point.apply(around), radius, report -> report);
      }
    }
  }

  /** A wrong key, none, and another reality are answered like a hospital that does not exist. */
  private void statusesWithoutTheKey() throws Exception {
    for (var token : List.of("stranger", "operator", "nobody")) {
      for (var site : List.of(SITE, "no-such-hospital")) {
        for (var more :
            List.of(
                "",
                ", \"siteKey\": \"guessed\"",
                ", \"area\": \"aleppo\"",
                ", \"reality\": \"EXERCISE\", \"siteKey\": \"" + KEY + "\"")) {
          ask(token, "/api/hospital-status", status(site, "NORMAL", more));
        }
      }
    }
    ask(
        "stranger",
        "/api/reports",
        """
        {"localId": "named", "occurredFrom": "%s", "timePrecision": "MINUTE",
         "placeText": "Hidden Hospital, Aleppo", "targets": ["HOSPITAL"]}
        """
            .formatted(marsad.now().minusSeconds(120)));
    own("/api/hospital-status", status(SITE, "NORMAL", ", \"siteKey\": \"" + KEY + "\""));
  }

  /** How many each hospital expects, while one after the other closes. */
  private void woundedWithNowhereToGo() throws Exception {
    var heavy = strike(Reality.ACTUAL, HERE.plus(-60, 0), 80, Probes::heavy);
    strike(Reality.EXERCISE, HERE.plus(-60, 0), 80, Probes::heavy);
    says(MILL, "CLOSED");
    own("/api/hospital-status", status(SITE, "ADVISORY", ", \"siteKey\": \"" + KEY + "\""));
    says(SOUTH, "CLOSED");
    strike(Reality.ACTUAL, THERE.plus(60, 0), 240, Probes::heavy);
    own("/api/hospital-status", status(SITE, "CLOSED", ", \"siteKey\": \"" + KEY + "\""));
    says(MILL, "NORMAL");
    again(heavy, report -> report.setInjured(count(15)));
    again(heavy, report -> report.setStatus(ReportStatus.RETRACTED));
  }

  /** A hospital's room is counted anew: what follows from it is told at the next cause. */
  private void newMap() throws Exception {
    strike(Reality.ACTUAL, HERE.plus(0, 900), 240, Probes::heavy);
    marsad.pass(STEP);
    marsad.loadAreas(2, 300);
    own("/api/hospital-status", status(SITE, "NORMAL", ", \"siteKey\": \"" + KEY + "\""));
    strike(Reality.ACTUAL, HERE.plus(900, 0), 240, Probes::heavy);
  }

  private void answersToWhatMayNotExist() throws Exception {
    var strike = strike(Reality.ACTUAL, HERE.plus(10, 0), 100, Probes::heavy);
    var day = "2026-05-12";
    for (var id :
        List.of(
            "strike:" + strike.getReportId(),
            "site:aleppo:" + SITE + ":" + strike.getReportId(),
            "hospital:aleppo:" + SITE + ":" + day,
            "hospital:aleppo:" + MILL + ":" + day)) {
      var answer = "{\"alertId\": \"%s\", \"revision\": 1, \"intent\": \"SEEN\"}".formatted(id);
      ask(Audience.CREW, "/api/acknowledgements", answer);
      ask(Desks.EDITOR, "/api/v1/alerts/" + id + "/answers", "{\"intent\": \"SEEN\"}");
      own("/api/acknowledgements", answer);
    }
    if (marsad.world().hasTheSite()) {
      marsad.answerByRadio(Audience.OWN);
    }
  }

  private StrikeReport strike(
      Reality reality, Spot spot, double radius, UnaryOperator<StrikeReport.Builder> details)
      throws Exception {
    marsad.pass(STEP);
    var at = marsad.now().minusSeconds(120);
    var id = "strike-%02d".formatted(++reports);
    var report =
        details
            .apply(
                StrikeReport.newBuilder()
                    .setReportId("attacker:" + id)
                    .setRevision(1)
                    .setStatus(ReportStatus.REPORTED)
                    .setReality(reality)
                    .setSource(new Source("attacker", SourceKind.OBSERVER, "attacker"))
                    .setOccurredFrom(at)
                    .setOccurredUntil(at)
                    .setTimePrecision(TimePrecision.MINUTE)
                    .setArea(AREA)
                    .setPlaceBasis(PlaceBasis.POINT)
                    .setPlaceText("near the Hidden Hospital")
                    .setLat(spot.lat())
                    .setLon(spot.lon())
                    .setRadiusMetres(radius)
                    .setDelivery(DeliveryMeans.AIRCRAFT)
                    .setReportedAt(marsad.now())
                    .setReceivedAt(marsad.now()))
            .build();
    marsad.say(report);
    return report;
  }

  private void again(StrikeReport report, UnaryOperator<StrikeReport.Builder> details)
      throws Exception {
    marsad.pass(STEP);
    var newest = StrikeReport.newBuilder(report);
    marsad.say(
        details
            .apply(newest.setRevision(1 + ++reports))
            .setReportedAt(marsad.now())
            .setReceivedAt(marsad.now())
            .build());
  }

  private static StrikeReport.Builder heavy(StrikeReport.Builder report) {
    return report
        .setKilled(count(12))
        .setInjured(count(60))
        .setTargets(new ArrayList<>(List.of(Target.HOSPITAL)));
  }

  private static CountRange count(int best) {
    return new CountRange(best, best, best);
  }

  private void says(String site, String state) throws Exception {
    marsad.pass(STEP);
    ask("operator", "/api/hospital-status", status(site, state, ""));
  }

  private static String status(String site, String state, String more) {
    return "{\"siteId\": \"%s\", \"emergencyDepartment\": \"%s\"%s}".formatted(site, state, more);
  }

  private void ask(String who, String path, String body) throws Exception {
    answers
        .computeIfAbsent(who, unknown -> new ArrayList<>())
        .add(marsad.post(path, Tokens.of(who), body));
  }

  /** Done by the site itself, where there is one; time passes all the same. */
  private void own(String path, String body) throws Exception {
    marsad.pass(STEP);
    if (marsad.world().hasTheSite()) {
      var who = path.endsWith("status") ? "operator" : Audience.OWN;
      var answer = marsad.post(path, Tokens.of(who), body);
      assertThat(answer).startsWith("202");
    }
  }
}
