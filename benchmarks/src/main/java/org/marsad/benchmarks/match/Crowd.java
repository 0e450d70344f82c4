package org.marsad.benchmarks.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.marsad.benchmarks.fanout.StrikeAlerts;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Near;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Rule;
import org.marsad.message.Severity;

/**
 * Subscribers of which always the same {@value #CONCERNED} are concerned by the strike; all others
 * are spread over 200 towns elsewhere, by area, neighbourhoods, polygon and distance alike.
 */
final class Crowd {
  static final int CONCERNED = 100;

  private static final int TOWNS = 200;
  private static final int NEIGHBOURHOODS = 30;
  private static final double LAT = 36.19;
  private static final double LON = 37.16;

  private Crowd() {}

  /**
   * A crowd.
   *
   * @param size {@value #CONCERNED} or more
   */
  static List<Subscriber> of(int size) {
    var random = new Random(size);
    var crowd = new ArrayList<Subscriber>(size);
    for (var number = 0; number < size; number++) {
      var coverage = number < CONCERNED ? here(number) : elsewhere(random);
      var wishes = Subscriber.builder("s" + number, role(number)).coverage(coverage);
      if (number % 3 == 0) {
        wishes.minimumSeverity(Severity.SEVERE);
      }
      if (number % 5 == 0) {
        wishes.findings(Set.of(Rule.RESIDENTIAL_STRIKE, Rule.REPEAT_STRIKE));
      }
      crowd.add(wishes.build());
    }
    return crowd;
  }

  /** The strike that those hundred are to be told of. */
  static Alert strike() {
    return StrikeAlerts.of("s1", "here", Instant.parse("2016-10-11T11:25:00Z"))
        .setNeighbourhoods(List.of("here/0"))
        .setNeighbourhoodsInAll(1)
        .setPlace(new Place(LAT, LON, 150.0, PlaceBasis.NAME, null))
        .build();
  }

  private static Role role(int number) {
    return number % 2 == 0 ? Role.RESCUE : Role.HOSPITAL;
  }

  private static Coverage here(int number) {
    return switch (number % 4) {
      case 0 -> Coverage.ofAreas("here");
      case 1 -> new Coverage(Set.of(), Set.of("here"), Set.of("here/0"), null, null);
      case 2 -> new Coverage(Set.of(), Set.of(), Set.of(), null, new Near(LAT, LON + 0.01, 2_000));
      default -> square(LAT, LON, 0.02);
    };
  }

  private static Coverage elsewhere(Random random) {
    var town = "town-" + random.nextInt(TOWNS);
    var lat = 32.5 + 3 * random.nextDouble();
    var lon = 36 + 5 * random.nextDouble();
    return switch (random.nextInt(4)) {
      case 0 -> Coverage.ofAreas(town);
      case 1 ->
          new Coverage(
              Set.of(),
              Set.of(town),
              Set.of(town + "/" + random.nextInt(NEIGHBOURHOODS)),
              null,
              null);
      case 2 ->
          new Coverage(
              Set.of(), Set.of(), Set.of(), null, new Near(lat, lon, 500 + random.nextInt(4_500)));
      default -> square(lat, lon, 0.01 + 0.03 * random.nextDouble());
    };
  }

  private static Coverage square(double lat, double lon, double half) {
    var ring =
        new Coordinate[] {
          new Coordinate(lon - half, lat - half),
          new Coordinate(lon + half, lat - half),
          new Coordinate(lon + half, lat + half),
          new Coordinate(lon - half, lat + half),
          new Coordinate(lon - half, lat - half)
        };
    return new Coverage(
        Set.of(), Set.of(), Set.of(), new GeometryFactory().createPolygon(ring), null);
  }
}
