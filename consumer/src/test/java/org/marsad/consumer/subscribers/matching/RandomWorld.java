package org.marsad.consumer.subscribers.matching;

import static org.marsad.consumer.fixtures.Alerts.residential;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.fixtures.Areas;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.consumer.subscribers.Coverage;
import org.marsad.consumer.subscribers.Near;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.Finding;
import org.marsad.message.LandUse;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.Rule;
import org.marsad.message.Severity;
import org.marsad.message.Site;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;

/** Subscribers and alerts of every kind, in a few small towns; the same for the same seed. */
final class RandomWorld {
  private static final List<String> AREAS = List.of("a", "b", "c", "unknown");
  private static final List<String> GOVERNORATES = List.of("north", "south");
  private static final String KEY = "0".repeat(64);
  private static final List<String> SITES = List.of("hospital-1", "hospital-2");
  private static final double TOWN_DEGREES = 0.1; // about 10 km

  private final Random random;

  RandomWorld(long seed) {
    this.random = new Random(seed);
  }

  /** The towns stand side by side; what has "unknown" in its name is in no profile. */
  Optional<AreaProfile> profile(String code) {
    if (!AREAS.contains(code) || code.equals("unknown")) {
      return Optional.empty();
    }
    var west = 37 + TOWN_DEGREES * AREAS.indexOf(code);
    var profile =
        AreaProfile.newBuilder()
            .setCode(code)
            .setVersion(1)
            .setKind(AreaKind.TOWN)
            .setTimeZone("Asia/Damascus")
            .setLat(36.05)
            .setLon(west + 0.05)
            .setRadiusMetres(5_000)
            .setGovernorate(code.equals("a") ? "north" : "south")
            .setSites(SITES.stream().map(RandomWorld::site).toList());
    return Optional.of(
        profile.setNeighbourhoods(List.of(quarter(code, 0, west), quarter(code, 1, west))).build());
  }

  private static Site site(String id) {
    return Site.newBuilder(Areas.hospital(id, 36.05, true)).setKeySha256(KEY).build();
  }

  Subscriber subscriber(int number) {
    var role = any(Role.values());
    var subscriber =
        Subscriber.builder("s" + number, role)
            .coverage(coverage())
            .subjects(often() ? Set.of() : some(SubjectKind.class))
            .findings(often() ? Set.of() : some(Rule.class))
            .siteKeySha256(rarely() ? KEY : null)
            .minimumSeverity(often() ? null : any(Severity.values()))
            .realities(often() ? Set.of(Reality.ACTUAL) : some(Reality.class));
    return role == Role.HOSPITAL && often()
        ? subscriber.site(any(SITES)).build()
        : subscriber.build();
  }

  Alert alert() {
    var area = any(AREAS);
    var kind = any(SubjectKind.values());
    var codes = neighbourhoods(area);
    return residential()
        .setSubject(new Subject(kind, "some"))
        .setFindings(findings())
        .setArea(random.nextInt(16) == 0 ? "" : area)
        .setNeighbourhoods(codes)
        .setNeighbourhoodsInAll(often() ? codes.size() : codes.size() + 5)
        .setSeverity(any(Severity.values()))
        .setCertainty(any(Certainty.values()))
        .setReality(often() ? Reality.ACTUAL : any(Reality.values()))
        .setPlace(place())
        .setAddressee(isForASite(kind) && often() ? any(SITES) : null)
        .build();
  }

  private boolean isForASite(SubjectKind kind) {
    return kind == SubjectKind.HOSPITAL || kind == SubjectKind.SITE || rarely();
  }

  private List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (var rule : Rule.values()) {
      if (rarely() && rule != Rule.CHANNEL_TEST) {
        findings.add(Facts.finding(rule).build());
      }
    }
    return findings;
  }

  private Coverage coverage() {
    var areas = new HashSet<String>();
    var polygon = rarely() ? polygon() : null;
    var near = rarely() ? new Near(lat(), lon(), 1 + random.nextInt(4_000)) : null;
    if (rarely()) {
      areas.add(Coverage.ALL_AREAS);
    } else if (often() || (polygon == null && near == null)) {
      areas.addAll(List.of(any(AREAS), any(AREAS)));
    } else if (rarely()) {
      areas.add(any(GOVERNORATES));
    }
    var narrowed = new HashSet<String>();
    for (var area : areas.contains(Coverage.ALL_AREAS) ? AREAS : areas) {
      if (random.nextBoolean()) {
        narrowed.addAll(neighbourhoods(area.equals("*") ? any(AREAS) : area));
      }
    }
    var governorates = rarely() ? Set.of(any(GOVERNORATES)) : Set.<String>of();
    return new Coverage(governorates, areas, narrowed, polygon, near);
  }

  private List<String> neighbourhoods(String area) {
    var codes = new ArrayList<String>();
    for (var part : List.of("/0", "/1", "/unknown")) {
      if (rarely()) {
        codes.add(area + part);
      }
    }
    return codes;
  }

  private @Nullable Place place() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> new Place(null, null, null, PlaceBasis.NONE, "somewhere");
      case 2 -> new Place(lat(), lon(), null, PlaceBasis.POINT, null);
      default -> new Place(lat(), lon(), 3_000 * random.nextDouble(), PlaceBasis.NAME, null);
    };
  }

  private Neighbourhood quarter(String area, int number, double west) {
    var south = 36 + 0.05 * number;
    return Neighbourhood.newBuilder()
        .setCode(area + "/" + number)
        .setLandUse(LandUse.RESIDENTIAL)
        .setLat(south + 0.02)
        .setLon(west + 0.05)
        .setRadiusMetres(2_000)
        .setPolygons(
            number == 0
                ? List.of(
                    List.of(List.of(west, south, west + 0.08, south, west + 0.08, south + 0.04)))
                : null)
        .build();
  }

  private Polygon polygon() {
    var south = lat();
    var west = lon();
    var size = 0.05 * random.nextDouble() + 0.001;
    return new GeometryFactory()
        .createPolygon(
            new Coordinate[] {
              new Coordinate(west, south),
              new Coordinate(west + size, south),
              new Coordinate(west + size, south + size),
              new Coordinate(west + size / 2, south + size / 3),
              new Coordinate(west, south)
            });
  }

  private double lat() {
    return 36 + TOWN_DEGREES * random.nextDouble();
  }

  private double lon() {
    return 37 + 3 * TOWN_DEGREES * random.nextDouble();
  }

  private boolean often() {
    return random.nextInt(4) > 0;
  }

  private boolean rarely() {
    return random.nextInt(4) == 0;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private <E extends Enum<E>> Set<E> some(Class<E> type) {
    var some = EnumSet.noneOf(type);
    for (var symbol : type.getEnumConstants()) {
      if (random.nextBoolean()) {
        some.add(symbol);
      }
    }
    return some.isEmpty() ? EnumSet.allOf(type) : some;
  }
}
