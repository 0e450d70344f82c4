package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.MessageType;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.StrikeStatus;
import org.marsad.message.TimePrecision;

/**
 * The same reports in whatever order end in the same strikes and the same standing alerts, compared
 * by the reports that make them and by what they claim. Ids, revisions and the times at which
 * something was said may differ.
 */
class OrderOfArrivalTest {
  private static final int SEEDS = 15;
  private static final int PERMUTATIONS = 4;
  private static final Instant START = Instant.parse("2016-10-01T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void shouldEndInTheSameStrikesAndAlertsInWhateverOrderTheReportsCome() throws IOException {
    var strikes = 0;
    var alerts = 0;
    var merged = 0;
    for (var seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var said = said(random);
      var expected = outcome(said);
      for (var permutation = 1; permutation < PERMUTATIONS; permutation++) {
        Collections.shuffle(said, random);
        var outcome = outcome(said);
        assertThat(outcome.strikes)
            .as("seed %d, permutation %d: strikes", seed, permutation)
            .isEqualTo(expected.strikes);
        assertThat(outcome.alerts)
            .as("seed %d, permutation %d: alerts", seed, permutation)
            .isEqualTo(expected.alerts);
      }
      strikes += expected.strikes.size();
      alerts += expected.alerts.size();
      merged += (int) expected.strikes.keySet().stream().filter(ids -> ids.size() > 1).count();
    }
    assertThat(strikes).as("strikes compared").isGreaterThan(150);
    assertThat(merged).as("of these merged").isGreaterThan(25);
    assertThat(alerts).as("alerts compared").isGreaterThan(150);
  }

  /**
   * What stands in the end.
   *
   * @param strikes by the reports that make them
   * @param alerts what each claims, by subject
   */
  private record Outcome(Map<List<String>, Strike> strikes, Map<String, Alert> alerts) {}

  private Outcome outcome(List<StrikeReport> said) throws IOException {
    var strikes = new HashMap<String, Strike>();
    var alerts = new HashMap<String, Alert>();
    try (var scene = new Scene(Files.createTempDirectory(directory, "state"))) {
      said.forEach(scene::say);
      scene.strikes().forEach(strike -> strikes.put(strike.getStrikeId(), strike));
      scene.alerts().forEach(alert -> alerts.put(alert.getAlertId(), alert));
      assertThat(scene.rejected()).isEmpty();
    }
    var standing = new HashMap<List<String>, Strike>();
    for (var strike : strikes.values()) {
      if (strike.getStatus() == StrikeStatus.ACTIVE) {
        standing.put(strike.getReportIds(), anonymous(strike));
      }
    }
    var claims = new TreeMap<String, Alert>();
    for (var alert : alerts.values()) {
      if (alert.getMessageType() != MessageType.CANCEL) {
        var claim = anonymous(alert, strikes);
        claims.put(subject(claim), claim);
      }
    }
    return new Outcome(standing, claims);
  }

  private static Strike anonymous(Strike strike) {
    return Strike.newBuilder(strike)
        .setStrikeId("")
        .setRevision(1)
        .setUpdatedAt(Instant.EPOCH)
        .build();
  }

  /** The alert with its strikes named by their reports, without what tells when it was said. */
  private static Alert anonymous(Alert alert, Map<String, Strike> strikes) {
    var named = new TreeSet<String>();
    for (var strikeId : alert.getStrikeIds()) {
      var strike = strikes.get(strikeId);
      assertThat(strike).as("the strike that %s is about", alert.getAlertId()).isNotNull();
      assertThat(strike.getStatus()).as(alert.getAlertId()).isEqualTo(StrikeStatus.ACTIVE);
      named.add(String.join("+", strike.getReportIds()));
    }
    return Alert.newBuilder(alert)
        .setAlertId("")
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setStrikeIds(List.copyOf(named))
        .setUrgency(org.marsad.message.Urgency.IMMEDIATE)
        .setSentAt(Instant.EPOCH)
        .setExpiresAt(Instant.EPOCH)
        .setReferences(List.of())
        .build();
  }

  private static String subject(Alert alert) {
    var record = alert.getRecord();
    return record == null
        ? alert.getRule() + " " + alert.getStrikeIds()
        : String.join(
            " ",
            record.getMeasure().name(),
            record.getScale().name(),
            record.getScopeCode(),
            record.getDay().toString(),
            String.join(",", alert.getStrikeIds()));
  }

  /** 25 reports, some corrected, some taken back: later revisions may come before earlier ones. */
  private static List<StrikeReport> said(Random random) {
    var said = new ArrayList<StrikeReport>();
    for (var i = 0; i < 25; i++) {
      var source = String.valueOf("abcd".charAt(random.nextInt(4)));
      var first = report(random, source, i);
      said.add(first);
      if (random.nextInt(4) == 0) {
        said.add(
            StrikeReport.newBuilder(report(random, source, i))
                .setReportId(first.getReportId())
                .setRevision(2)
                .build());
      } else if (random.nextInt(6) == 0) {
        said.add(Scene.retracted(first));
      }
    }
    return said;
  }

  private static StrikeReport report(Random random, String source, int i) {
    var day = START.plus(Duration.ofDays(random.nextInt(6) * 2L));
    if (random.nextInt(5) == 0) {
      var date = day.toString().substring(0, 10);
      return StrikeReport.newBuilder(Scene.killedOn(date, random.nextInt(30)))
          .setReportId(source + ":" + i)
          .setSource(
              new org.marsad.message.Source(source, org.marsad.message.SourceKind.AGENCY, source))
          .build();
    }
    // two crowded hours a day, so that many reports can be the same strike
    var at =
        day.plus(Duration.ofHours(9 + 6L * random.nextInt(2)))
            .plus(Duration.ofMinutes(random.nextInt(60)));
    return Scene.seen(
        source + ":" + i, source, at.toString(), details -> details(details, random, at));
  }

  private static StrikeReport.Builder details(
      StrikeReport.Builder details, Random random, Instant at) {
    details
        .setNeighbourhood(random.nextInt(3) == 0 ? Scene.RAMOUSEH : Scene.FARDOUS)
        .setTimePrecision(random.nextBoolean() ? TimePrecision.MINUTE : TimePrecision.HOUR)
        .setDelivery(random.nextInt(5) == 0 ? DeliveryMeans.HELICOPTER : DeliveryMeans.AIRCRAFT)
        .setReceivedAt(at.plusSeconds(60L * (1 + random.nextInt(500))))
        .setKilled(random.nextInt(4) == 0 ? null : range(random))
        .setImpacts(random.nextInt(3) == 0 ? null : range(random));
    if (random.nextInt(3) == 0) {
      details
          .setLat(36.187 + random.nextInt(10) * 0.001)
          .setLon(37.151)
          .setRadiusMetres(50.0)
          .setPlaceBasis(PlaceBasis.POINT);
    }
    return details;
  }

  private static CountRange range(Random random) {
    var low = random.nextInt(12);
    var best = low + random.nextInt(5);
    return new CountRange(low, best, random.nextInt(6) == 0 ? null : best + random.nextInt(5));
  }
}
