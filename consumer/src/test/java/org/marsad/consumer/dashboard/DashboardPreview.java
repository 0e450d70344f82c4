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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.reading.ReadingStatus;
import org.marsad.message.Acknowledgement;
import org.marsad.message.CountRange;
import org.marsad.message.Intent;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Reality;
import org.marsad.message.SiteKind;

/**
 * The page over made-up messages, to look at while working on it: arguments are the port and how
 * many strikes there are, and a third, why alerts are not being sent. Outlines come from the
 * research data next to the project where it is.
 */
final class DashboardPreview {
  private static final Path OUTLINES =
      Path.of("..", "..", "shared", "data", "aleppo-neighbourhoods", "Neighborhoods.geojson");

  private final DashboardState state = new DashboardState(new AreaDirectory(), Clock.systemUTC());
  private final Random random = new Random(7);
  private final Optional<String> trouble;

  private DashboardPreview(Optional<String> trouble) {
    this.trouble = trouble;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var preview = new DashboardPreview(args.length > 2 ? Optional.of(args[2]) : Optional.empty());
    var count = Integer.parseInt(args[1]);
    preview.areas();
    if (count > 0) {
      preview.history(count);
      new PreviewAlerts(Clock.systemUTC().instant()).all().forEach(preview.state::onAlert);
      preview.answers();
    }
    preview.serve(Integer.parseInt(args[0]));
  }

  private void serve(int port) throws InterruptedException {
    var clock = Clock.systemUTC();
    var dashboard =
        new Dashboard(
            state,
            () -> new ReadingStatus(true, clock.instant()),
            answering(),
            List.of(),
            () -> trouble,
            clock);
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
          Examples.alert("live-" + i)
              .setOnset(now.minusSeconds(120))
              .setSentAt(now)
              .setExpiresAt(now.plusSeconds(3600))
              .build());
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
    state.onArea(
        Examples.aleppo()
            .setNeighbourhoods(parts)
            .setSites(List.of(Examples.site("hospital-a", SiteKind.HOSPITAL, false)))
            .build());
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
    var now = Clock.systemUTC().instant();
    for (var i = 0; i < count; i++) {
      var strike =
          Examples.strike("strike-" + i)
              .setOccurredFrom(now.minus(Duration.ofMinutes(40L * i)))
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
            .setOccurredFrom(now.minus(Duration.ofDays(3)))
            .setLat(34.8408)
            .setLon(36.7306)
            .setRadiusMetres(2_000.0)
            .build());
  }

  private void answers() {
    answer("rescue-east", "team 1", Intent.EN_ROUTE);
    answer("rescue-east", "team 2", Intent.CANNOT);
    answer("rescue-west", "team 1", Intent.SEEN);
  }

  private void answer(String subscriber, String team, Intent intent) {
    state.onAcknowledgement(
        new Acknowledgement(
            "strike:repeat", 3, subscriber, team, intent, "hook", Clock.systemUTC().instant()));
  }
}
