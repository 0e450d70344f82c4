package org.marsad.consumer.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.reading.ReadingStatus;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.Intent;
import org.marsad.message.LandUse;
import org.marsad.message.MessageType;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Reason;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.SiteBasis;
import org.marsad.message.SiteHit;
import org.marsad.message.SiteKind;
import org.marsad.message.TimePrecision;

/**
 * The page over made-up messages, to look at while working on it: arguments are the port and how
 * many messages there are. Outlines come from the research data next to the project where it is.
 */
final class DashboardPreview {
  private static final Path OUTLINES =
      Path.of("..", "..", "shared", "data", "aleppo-neighbourhoods", "Neighborhoods.geojson");

  private final DashboardState state = new DashboardState(new AreaDirectory(), Clock.systemUTC());
  private final Random random = new Random(7);

  public static void main(String[] args) throws IOException, InterruptedException {
    var preview = new DashboardPreview();
    var count = Integer.parseInt(args[1]);
    preview.areas();
    if (count > 0) {
      preview.history(count);
      preview.alerts();
      preview.rules();
    }
    preview.serve(Integer.parseInt(args[0]));
  }

  private void serve(int port) throws InterruptedException {
    var clock = Clock.systemUTC();
    var dashboard =
        new Dashboard(
            state, () -> new ReadingStatus(true, clock.instant()), answering(), List.of(), clock);
    Javalin.create(
            config -> {
              config.startup.startupWatcherEnabled = false;
              dashboard.accept(config);
            })
        .start("127.0.0.1", port);
    var never = new CountDownLatch(1);
    for (var i = 0; !never.await(30, TimeUnit.SECONDS); i++) {
      var now = clock.instant();
      state.onAlert(
          Examples.alert("live-" + i).setSentAt(now).setExpiresAt(now.plusSeconds(3600)).build());
    }
  }

  private Answering answering() {
    return new Answering(
        Answering.OPERATIONS,
        answer -> {
          state.onAcknowledgement(answer);
          return CompletableFuture.completedFuture(null);
        });
  }

  private void areas() throws IOException {
    var parts = new ArrayList<Neighbourhood>();
    if (Files.exists(OUTLINES)) {
      for (var feature : new ObjectMapper().readTree(OUTLINES.toFile()).get("features")) {
        parts.add(neighbourhood(feature));
      }
    }
    parts.add(Examples.neighbourhood(Examples.FARDOUS, "Fardous", "الفردوس").build());
    state.onArea(Examples.aleppo().setNeighbourhoods(parts).build());
    state.onArea(
        Examples.aleppo()
            .setCode("talbiseh")
            .setNames(Examples.names("Talbiseh", "تلبيسة"))
            .setLat(34.8408)
            .setLon(36.7306)
            .setRadiusMetres(2_500)
            .setNeighbourhoods(List.of())
            .build());
  }

  private static Neighbourhood neighbourhood(JsonNode feature) {
    var name = feature.at("/properties/NAME").asText();
    var polygons = new ArrayList<List<List<Double>>>();
    for (var polygon : feature.at("/geometry/coordinates")) {
      var rings = new ArrayList<List<Double>>();
      for (var ring : polygon) {
        var numbers = new ArrayList<Double>();
        for (var point : ring) {
          numbers.add(point.get(0).doubleValue());
          numbers.add(point.get(1).doubleValue());
        }
        rings.add(numbers);
      }
      polygons.add(rings);
    }
    var shell = polygons.get(0).get(0);
    return Examples.neighbourhood(
            "aleppo/"
                + name.toLowerCase(Locale.ROOT).replace(' ', '-')
                + feature.at("/properties/Id"),
            name,
            feature.at("/properties/NAME_A").asText())
        .setLandUse(name.contains("Industrial") ? LandUse.INDUSTRIAL : LandUse.RESIDENTIAL)
        .setLat(mean(shell, 1))
        .setLon(mean(shell, 0))
        .setPolygons(polygons)
        .build();
  }

  private static double mean(List<Double> ring, int first) {
    var sum = 0.0;
    for (var i = first; i < ring.size(); i += 2) {
      sum += ring.get(i);
    }
    return sum / (ring.size() / 2.0);
  }

  private void history(int count) {
    for (var i = 0; i < count; i++) {
      var strike =
          Examples.strike("strike-" + i)
              .setOccurredFrom(Examples.NOON.minus(Duration.ofMinutes(40L * i)))
              .setLat(36.16 + random.nextDouble() * 0.09)
              .setLon(37.09 + random.nextDouble() * 0.13)
              .setRadiusMetres(random.nextInt(4) == 0 ? 900.0 : 100.0)
              .setKilled(new CountRange(1, 1 + random.nextInt(20), null));
      if (i % 5 == 0) {
        strike.setLat(null).setLon(null).setRadiusMetres(null).setNeighbourhood(null);
      }
      if (i % 9 == 0) {
        strike.setReality(Reality.EXERCISE);
      }
      state.onStrike(strike.build());
    }
    state.onStrike(
        Examples.strike("talbiseh-1")
            .setArea("talbiseh")
            .setNeighbourhood(null)
            .setOccurredFrom(Examples.NOON.minus(Duration.ofDays(3)))
            .setLat(34.8408)
            .setLon(36.7306)
            .setRadiusMetres(2_000.0)
            .build());
  }

  /** One alert of each rule that has facts of its own. */
  private void rules() {
    var hospital = new SiteHit(null, SiteKind.HOSPITAL, SiteBasis.REPORT, null, true);
    var school = new SiteHit("school-7", SiteKind.SCHOOL, SiteBasis.REACH, 83.0, false);
    var nowhere =
        Alerts.surge()
            .setAlertId("surge:aleppo")
            .setAddressees(List.of())
            .setSurge(Alerts.surgeFacts().setSiteId(null).setUnreported(1).build());
    for (var alert :
        List.of(
            Alerts.repeat(),
            Alerts.protectedSite(hospital, school).setDangerUntil(Alerts.at("15:21")),
            Alerts.wave(),
            Alerts.surge(),
            nowhere,
            Alerts.silence())) {
      state.onAlert(alert.setSentAt(Examples.NOON.plusSeconds(60)).build());
    }
    state.onAlert(
        Alerts.revision(
            Alerts.wave().setAlertId("wave:ended").setReason(new Reason("WAVE_ENDED", List.of())),
            3,
            MessageType.CANCEL));
  }

  private void answer(String subscriber, String team, Intent intent) {
    state.onAcknowledgement(
        new Acknowledgement("a1", 1, subscriber, team, intent, "hook", Examples.NOON));
  }

  private void alerts() {
    var now = Examples.NOON;
    state.onAlert(
        Examples.record("r1", 26, new CountRange(59, 59, 74))
            .setSources(3)
            .setCertainty(Certainty.OBSERVED)
            .setRevision(4)
            .setMessageType(MessageType.UPDATE)
            .setStrikeIds(List.of("strike-1", "strike-2"))
            .build());
    state.onAlert(
        Examples.alert("a1")
            .setSentAt(now.minusSeconds(90))
            .setStrikeIds(List.of("strike-3"))
            .build());
    answer("rescue-east", "team 1", Intent.EN_ROUTE);
    answer("rescue-east", "team 2", Intent.CANNOT);
    answer("rescue-west", "team 1", Intent.SEEN);
    state.onAlert(
        Examples.alert("a2")
            .setSentAt(now.minusSeconds(900))
            .setReality(Reality.EXERCISE)
            .setKilled(new CountRange(10, 10, null))
            .build());
    state.onAlert(
        Examples.alert("a3")
            .setSentAt(now.minusSeconds(1900))
            .setRevision(2)
            .setMessageType(MessageType.CANCEL)
            .setCertainty(Certainty.POSSIBLE)
            .setReason(new Reason("REPORT_RETRACTED", List.of()))
            .build());
    state.onAlert(
        Examples.alert("a4")
            .setSentAt(now.minusSeconds(7200))
            .setRule(Rule.UNPLACED_STRIKE)
            .setArea("unplaced")
            .setTimeZone("UTC")
            .setNeighbourhoods(List.of())
            .setSeverity(Severity.MODERATE)
            .setPlace(new Place(null, null, null, PlaceBasis.NONE, "قرب السوق القديم"))
            .setResidential(null)
            .setKilled(null)
            .setImpacts(new CountRange(2, 3, 5))
            .build());
    state.onAlert(
        Examples.alert("a5")
            .setSentAt(now.minusSeconds(9000))
            .setArea("talbiseh")
            .setNeighbourhoods(List.of())
            .setPlace(null)
            .setOnsetPrecision(TimePrecision.HOUR)
            .build());
    state.onAlert(
        Examples.alert("a6")
            .setSentAt(now.minusSeconds(9900))
            .setReality(Reality.TEST)
            .setSeverity(Severity.MINOR)
            .setOnsetPrecision(TimePrecision.DAY)
            .build());
  }
}
